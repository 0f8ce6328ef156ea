// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { stream } from 'hono/streaming';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { countOnConnection } from './parts/connection.ts';
import { raw } from './parts/raw.ts';

// #endregion

// #region state
const state = { isReady: false, visits: 0 };
// #endregion

// #region lifespan
async function* lifespan() {
  state.isReady = true; // Here a model is loaded, a pool is opened.
  yield;
  console.log(`visits counted, and forgotten now: ${state.visits}`);
  state.isReady = false;
}
// #endregion

// #region app
const app = createLab({ title: 'Server', version: '1.0.0', lifespan });
// #endregion

// #region ready
const ready = createRoute({
  method: 'get',
  path: '/ready',
  responses: { ...ok, 503: { description: 'Not ready' } },
});

app.openapi(ready, (c) => {
  if (!state.isReady) throw new HTTPError(503, 'Not ready');
  return c.json({ ready: true }, 200);
});
// #endregion

// #region request
const readRequest = createRoute({
  method: 'get',
  path: '/request',
  operationId: 'read_request',
  responses: ok,
});

app.openapi(readRequest, (c) => {
  const { searchParams } = new URL(c.req.url);
  return c.json(
    {
      method: c.req.method,
      path: c.req.path,
      query: Object.fromEntries(searchParams),
      token: c.req.header('x-token') ?? null,
    },
    200,
  );
});
// #endregion

// #region connection
const connection = createRoute({ method: 'get', path: '/connection', responses: ok });

// A Request tells nothing of its connection. What the server knows besides comes as `c.env`.
app.openapi(connection, (c) => c.json(countOnConnection(c.env), 200));
// #endregion

// #region stream
const streamChunks = createRoute({
  method: 'get',
  path: '/stream',
  operationId: 'stream',
  request: { query: z.object({ count: int({ ge: 0, le: 1000 }).default(5) }) },
  responses: ok,
});

app.openapi(streamChunks, (c) => {
  const { count } = c.req.valid('query');
  c.header('content-type', 'text/plain; charset=utf-8');
  return stream(c, async (reply) => {
    for (let number = 0; number < count; number++) await reply.write(`chunk ${number}\n`);
  });
});
// #endregion

// #region visits
const countVisit = createRoute({
  method: 'post',
  path: '/visits',
  operationId: 'count_visit',
  responses: { 201: { description: 'Successful Response' } },
});

app.openapi(countVisit, (c) => {
  state.visits++;
  return c.json({ visits: state.visits }, 201);
});
// #endregion

// #region mount
app.mount('/raw', raw);
// #endregion

export default app;
