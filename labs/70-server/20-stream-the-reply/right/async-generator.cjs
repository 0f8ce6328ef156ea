// right: CommonJS with an asynchronous generator of bytes that waits for its turn, as for a database.
const { setImmediate: takeTurn } = require('node:timers/promises');
const { Hono } = require('hono');
const { z } = require('zod');

const To = z.coerce.number().int().min(1).or(z.undefined());

async function* count(to) {
  for (let n = 1; to === undefined || n <= to; n++) {
    if (n % 100 === 0) await takeTurn();
    yield Buffer.from(`${JSON.stringify({ n })}\n`);
  }
}

const app = new Hono();

app.get('/count', (c) => {
  const query = c.req.query('to');
  const to = To.safeParse(query === '' ? Number.NaN : query);
  if (!to.success) return c.json({ detail: to.error.issues }, 422);
  c.header('content-type', 'application/x-ndjson');
  return c.body(ReadableStream.from(count(to.data)));
});

module.exports = app;
