import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const memoryCapMb = 384;
const lookEveryMs = 100;

// Its own thread and event loop: it works while the main thread runs an endless loop.
const script = `
const { Socket } = require('node:net');
const { parentPort, workerData } = require('node:worker_threads');
const pipe = new Socket({ fd: workerData.fd });
const end = () => process.kill(process.pid, 'SIGKILL');
pipe.on('error', () => {});
pipe.on('close', end);
pipe.resume();
const usedMemory = () => {
  try {
    return process.memoryUsage.rss();
  } catch {
    return 0; // No file can be opened any more, not even the one that tells.
  }
};
const look = setInterval(() => {
  if (usedMemory() < workerData.memoryCap) return;
  clearInterval(look);
  pipe.write('memory', end);
}, workerData.lookEveryMs);
parentPort.postMessage('watching');
`;

/**
 * Kills this process as soon as the other end of the pipe `fd` is closed, and when it takes more memory
 * than it may, after saying so on the pipe: the cap that V8 keeps itself knows nothing of buffers. Resolves
 * once it watches.
 */
export async function startWatchdog(fd: number): Promise<void> {
  const worker = new Worker(script, {
    eval: true,
    workerData: { fd, lookEveryMs, memoryCap: memoryCapMb * 1024 * 1024 },
  });
  worker.unref();
  await once(worker, 'message');
}
