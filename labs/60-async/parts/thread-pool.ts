import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Has a thread of its own block for so many milliseconds. */
export type ThreadPool = { run: (ms: number) => Promise<number> };

type Waiting = { ms: number; done: PromiseWithResolvers<number> };

/**
 * Threads that work while the event loop goes on, started as they are needed, four at most; what comes when all are busy
 * waits for one. FastAPI's pool, which AnyIO keeps, has 40. They do not keep the process alive.
 */
export function createThreadPool(serverUrl: string, size = 4): ThreadPool {
  // `server.ts` in the source and `server.js` in the build, and so is the worker.
  const file = new URL(`./parts/block.worker${extname(serverUrl)}`, serverUrl);
  const idle: Worker[] = [];
  const waiting: Waiting[] = [];
  let started = 0;

  function start(): Worker {
    started += 1;
    return new Worker(file);
  }

  function runNext(worker: Worker): void {
    const next = waiting.shift();
    if (next === undefined) {
      worker.unref();
      idle.push(worker);
      return;
    }
    worker.ref();
    const succeed = (ms: number) => {
      worker.off('error', fail);
      next.done.resolve(ms);
      runNext(worker);
    };
    const fail = (error: Error) => {
      worker.off('message', succeed);
      started -= 1;
      next.done.reject(error);
      if (waiting.length > 0) runNext(start());
    };
    worker.once('message', succeed);
    worker.once('error', fail);
    worker.postMessage(next.ms);
  }

  return {
    run: (ms) => {
      const done = Promise.withResolvers<number>();
      waiting.push({ ms, done });
      const worker = idle.pop() ?? (started < size ? start() : undefined);
      if (worker !== undefined) runNext(worker);
      return done.promise;
    },
  };
}
