// #region imports
import { pbkdf2, pbkdf2Sync } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createRoute, z } from '@hono/zod-openapi';
import { int } from '../kit/int.ts';
import { ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { blockFor } from './parts/block-for.ts';
import { createThreadPool } from './parts/thread-pool.ts';

// #endregion

// #region app
const app = createLab({ title: 'Async', version: '1.0.0' });
const pool = createThreadPool(import.meta.url);

const ms = int({ ge: 0, le: 5000 }).openapi({ examples: [1, 5] });
// #endregion

// #region health
const health = createRoute({ method: 'get', path: '/health', responses: ok });

app.openapi(health, (c) => c.json({ status: 'ok' }, 200));
// #endregion

// #region wait
const waitAWhile = createRoute({
  method: 'get',
  path: '/wait/{ms}',
  operationId: 'wait',
  request: { params: z.object({ ms }) },
  responses: ok,
});

app.openapi(waitAWhile, async (c) => {
  const { ms } = c.req.valid('param');
  await sleep(ms);
  return c.json({ waited_ms: ms }, 200);
});
// #endregion

// #region block
const block = createRoute({
  method: 'get',
  path: '/block/{ms}',
  operationId: 'block',
  request: { params: z.object({ ms }) },
  responses: ok,
});

app.openapi(block, (c) => {
  const { ms } = c.req.valid('param');
  blockFor(ms); // the mistake: meanwhile nobody else is served
  return c.json({ blocked_ms: ms }, 200);
});
// #endregion

// #region thread
const thread = createRoute({
  method: 'get',
  path: '/thread/{ms}',
  operationId: 'thread',
  request: { params: z.object({ ms }) },
  responses: ok,
});

app.openapi(thread, async (c) => {
  const { ms } = c.req.valid('param');
  await pool.run(ms); // Node has no def: one asks for a thread by name
  return c.json({ blocked_ms: ms }, 200);
});
// #endregion

// #region hash
const rounds = int({ ge: 1, le: 3_000_000 }).openapi({ examples: [1, 100] });
const hashLength = 32;

const hashOnTheLoop = createRoute({
  method: 'get',
  path: '/hash/{rounds}',
  operationId: 'hash_on_the_loop',
  request: { params: z.object({ rounds }) },
  responses: ok,
});

app.openapi(hashOnTheLoop, (c) => {
  const { rounds } = c.req.valid('param');
  const hash = pbkdf2Sync('secret', 'salt', rounds, hashLength, 'sha256');
  return c.json({ rounds, hash: hash.toString('hex') }, 200);
});

const hashInThread = createRoute({
  method: 'get',
  path: '/hash-in-thread/{rounds}',
  operationId: 'hash_in_thread',
  request: { params: z.object({ rounds }) },
  responses: ok,
});

app.openapi(hashInThread, async (c) => {
  const { rounds } = c.req.valid('param');
  // Node's own crypto has threads for this: all that is asked of us is to await it.
  const hash = await promisify(pbkdf2)('secret', 'salt', rounds, hashLength, 'sha256');
  return c.json({ rounds, hash: hash.toString('hex') }, 200);
});
// #endregion

// #region together
async function callService(ms: number): Promise<number> {
  await sleep(ms);
  return ms;
}

const fiveCalls = (path: string, operationId: string) =>
  createRoute({
    method: 'get',
    path,
    operationId,
    request: { params: z.object({ ms }) },
    responses: ok,
  });

app.openapi(fiveCalls('/one-by-one/{ms}', 'one_by_one'), async (c) => {
  const { ms } = c.req.valid('param');
  const waited: number[] = [];
  for (let call = 0; call < 5; call += 1) waited.push(await callService(ms));
  return c.json({ waited_ms: waited }, 200);
});

// #region gather
app.openapi(fiveCalls('/together/{ms}', 'together'), async (c) => {
  const { ms } = c.req.valid('param');
  const calls = Array.from({ length: 5 }, () => callService(ms));
  return c.json({ waited_ms: await Promise.all(calls) }, 200);
});
// #endregion
// #endregion

export default app;
