// rejected-by: refuses-what-is-no-count
// mistake: Takes the digits in front and forgets the rest.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<string> {
  for (let n = 1; n <= to; n++) yield `${JSON.stringify({ n })}\n`;
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  if (to !== undefined && !(Number.parseInt(to, 10) > 0))
    return c.json({ detail: 'No count' }, 422);
  const lines = ReadableStream.from(count(to === undefined ? Infinity : Number.parseInt(to, 10)));
  return new Response(lines.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
});

export default app;
