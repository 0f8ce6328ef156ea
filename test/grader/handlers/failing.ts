import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const body = await c.req.json();
  return c.json({ feature1: body.feature1.valueOf(), feature2: body.feature2 });
});

export default app;
