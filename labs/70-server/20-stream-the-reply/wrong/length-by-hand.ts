// rejected-by: sends-without-a-length
// mistake: Counts twice, to name the length.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<string> {
  for (let n = 1; n <= to; n++) yield `${JSON.stringify({ n })}\n`;
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  if (to !== undefined && !/^[1-9]\d*$/.test(to)) return c.json({ detail: 'No count' }, 422);
  const end = to === undefined ? 100 : Number(to);
  const length = [...count(end)].join('').length;
  const lines = ReadableStream.from(count(end));
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson', 'content-length': String(length) },
  });
});

export default app;
