// right: A worker thread that blocks as it likes: it has a loop of its own.
import { Worker } from 'node:worker_threads';
import { Hono } from 'hono';

const script = `
const { pbkdf2Sync } = require('node:crypto');
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, password }) => {
  const hash = pbkdf2Sync(password, 'salt', 100_000, 32, 'sha256').toString('hex');
  parentPort.postMessage({ id, hash });
});
`;

const worker = new Worker(script, { eval: true });
worker.unref();

const waiting = new Map<number, (hash: string) => void>();
let ids = 0;
worker.on('message', ({ id, hash }) => {
  waiting.get(id)?.(hash);
  waiting.delete(id);
});

function hashPassword(password: string): Promise<string> {
  const id = ids++;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage({ id, password });
  });
}

const app = new Hono();

app.get('/health', (c) => c.json({ status: 'ok' }));

app.post('/hash', async (c) => {
  const { password } = await c.req.json();
  return c.json({ hash: await hashPassword(password) });
});

app.post('/verify', async (c) => {
  const { password, hash } = await c.req.json();
  return c.json({ matches: (await hashPassword(password)) === hash });
});

export default app;
