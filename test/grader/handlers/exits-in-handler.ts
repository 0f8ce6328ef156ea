import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const body = await c.req.json();
  if (body.feature1 === 0) process.exit(3);
  return c.json(body);
});

export default app;
