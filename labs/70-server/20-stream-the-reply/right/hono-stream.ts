// right: Hono's stream helper, many lines in one chunk, and it asks whether the client is still there.
import { Hono } from 'hono';
import { stream } from 'hono/streaming';

const app = new Hono();

app.get('/count', (c) => {
  const query = c.req.query('to');
  const to = query === undefined ? Number.POSITIVE_INFINITY : Number(query || 'none');
  if (!(to >= 1) || (to !== Infinity && !Number.isInteger(to))) return c.text('no count', 422);
  c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
  return stream(c, async (reply) => {
    for (let n = 1; n <= to && !reply.aborted; ) {
      let lines = '';
      for (let size = 0; size < 50 && n <= to; size++, n++) lines += `{ "n": ${n} }\n`;
      await reply.write(lines);
    }
  });
});

export default app;
