import {
  distDir,
  type PoolOptions,
  type PoolWorker,
  ThreadsPoolWorker,
  type Vitest,
  type WorkerRequest,
  type WorkerResponse,
} from 'vitest/node';

type Callback = (argument: unknown) => void;

/**
 * A worker thread that outlives the run it was made for: Vitest's end of a run is answered here and not sent on,
 * so that the next run finds its code loaded and compiled. Checks are evaluated anew in each run, and a learner's
 * code never comes into this process.
 */
class LastingWorker extends ThreadsPoolWorker {
  private starting: Promise<void> | undefined;
  private onMessage: Callback | undefined;
  private hasEnvironment = false;
  private isReleased = false;

  override start(): Promise<void> {
    this.isReleased = false;
    this.starting ??= super.start();
    return this.starting;
  }

  override on(event: string, callback: Callback): void {
    if (event === 'message') this.onMessage = callback;
    super.on(event, callback);
  }

  override send(message: WorkerRequest): void {
    if (message.type === 'start') {
      if (this.hasEnvironment) {
        this.answer('started');
        return;
      }
      this.hasEnvironment = true;
    }
    if (message.type === 'stop') {
      this.isReleased = true;
      this.answer('stopped');
      return;
    }
    super.send(message);
  }

  /** Ends the thread only where Vitest does without asking it first: it crashed, or hangs. */
  override async stop(): Promise<void> {
    if (this.onMessage !== undefined) super.off('message', this.onMessage);
    this.onMessage = undefined;
    if (this.isReleased) return;
    this.starting = undefined;
    this.hasEnvironment = false;
    await super.stop();
  }

  private answer(type: 'started' | 'stopped'): void {
    const response: WorkerResponse = { type, __vitest_worker_response__: true };
    queueMicrotask(() => this.onMessage?.(response));
  }
}

/** The pool of a Vitest that runs one file at a time, always in the same worker. */
export type LastingPool = {
  createPoolWorker: (options: PoolOptions) => PoolWorker;
  /** Starts the worker before the first run asks for it. */
  startAhead: (vitest: Vitest) => void;
};

/** A pool that has nothing started yet. */
export function createLastingPool(): LastingPool {
  let worker: LastingWorker | undefined;
  const createPoolWorker = (options: PoolOptions) => {
    worker ??= new LastingWorker(options);
    return worker;
  };
  return {
    createPoolWorker,
    startAhead: (vitest) => {
      const options: PoolOptions = {
        distPath: distDir,
        project: vitest.getRootProject(),
        method: 'run',
        environment: { name: 'node', options: null },
        env: process.env,
        execArgv: [],
      };
      void createPoolWorker(options).start();
    },
  };
}
