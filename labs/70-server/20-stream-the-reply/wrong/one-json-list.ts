// rejected-by: sends-each-line
// mistake: Answers with one JSON list.
import { Hono } from 'hono';

const app = new Hono();

function* count(to: number): Generator<{ n: number }> {
  for (let n = 1; n <= to; n++) yield { n };
}

app.get('/count', (c) => {
  const to = c.req.query('to');
  if (to !== undefined && !/^[1-9]\d*$/.test(to)) return c.json({ detail: 'No count' }, 422);
  const lines = count(to === undefined ? 100 : Number(to));
  return c.json([...lines]);
});

export default app;
