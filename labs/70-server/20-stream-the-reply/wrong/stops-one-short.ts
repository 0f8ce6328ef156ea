// rejected-by: sends-each-line
// mistake: Leaves the last line out.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<string> {
  for (let n = 1; n < to; n++) yield `${JSON.stringify({ n })}\n`;
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  if (to !== undefined && !/^[1-9]\d*$/.test(to)) return c.json({ detail: 'No count' }, 422);
  const lines = ReadableStream.from(count(to === undefined ? Infinity : Number(to)));
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
});

export default app;
