// rejected-by: sends-each-line
// mistake: Yields objects where texts are wanted.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<object> {
  for (let n = 1; n <= to; n++) yield { n };
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  if (to !== undefined && !/^[1-9]\d*$/.test(to)) return c.body(null, 422);
  const lines = ReadableStream.from(count(to === undefined ? Infinity : Number(to)));
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
});

export default app;
