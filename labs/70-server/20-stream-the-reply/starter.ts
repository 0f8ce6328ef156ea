import { Hono } from 'hono';

const app = new Hono();

app.get('/count', (c) => {
  const to = c.req.query('to');
  console.log('to:', to);
  // Answer with a stream of lines here.
  return c.json({ detail: 'Not written yet' }, 501);
});

export default app;
