import { parentPort } from 'node:worker_threads';
import { blockFor } from './block-for.ts';

parentPort?.on('message', (ms: number) => parentPort?.postMessage(blockFor(ms)));
