import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

// Its own thread and event loop: it works while the main thread runs an endless loop.
const script = `
const { Socket } = require('node:net');
const { parentPort, workerData } = require('node:worker_threads');
const pipe = new Socket({ fd: workerData });
pipe.on('error', () => {});
pipe.on('close', () => process.kill(process.pid, 'SIGKILL'));
pipe.resume();
parentPort.postMessage('watching');
`;

/** Kills this process as soon as the other end of the pipe `fd` is closed; resolves once it watches. */
export async function startWatchdog(fd: number): Promise<void> {
  const worker = new Worker(script, { eval: true, workerData: fd });
  worker.unref();
  await once(worker, 'message');
}
