import { distDir, type PoolOptions, ThreadsPoolWorker, type Vitest } from 'vitest/node';

/** A worker that may have been started before it was asked for. */
class SpareWorker extends ThreadsPoolWorker {
  private starting: Promise<void> | undefined;

  override start(): Promise<void> {
    this.starting ??= super.start();
    return this.starting;
  }
}

/** A pool of Vitest's that keeps one started worker ahead: each run has a fresh one, and none waits for it. */
export type SpareWorkers = {
  createPoolWorker: (options: PoolOptions) => SpareWorker;
  startAhead: (vitest: Vitest) => void;
};

/** A pool that has nothing started yet. */
export function createSpareWorkers(): SpareWorkers {
  let spare: SpareWorker | undefined;
  return {
    createPoolWorker: (options) => {
      const worker = spare ?? new SpareWorker(options);
      spare = undefined;
      return worker;
    },
    startAhead: (vitest) => {
      if (spare !== undefined) return;
      spare = new SpareWorker({
        distPath: distDir,
        project: vitest.getRootProject(),
        method: 'run',
        environment: { name: 'node', options: null },
        env: process.env,
        execArgv: [],
      });
      void spare.start();
    },
  };
}
