// rejected-by: sends-without-a-length
// mistake: Makes the whole text before it sends any of it.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<string> {
  for (let n = 1; n <= to; n++) yield `${JSON.stringify({ n })}\n`;
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  if (to !== undefined && !/^[1-9]\d*$/.test(to)) return c.json({ detail: 'No count' }, 422);
  const lines = [...count(to === undefined ? 100 : Number(to))];
  return new Response(lines.join(''), {
    headers: { 'content-type': 'application/x-ndjson' },
  });
});

export default app;
