import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', (c) => {
  while (true);
  return c.json({});
});

export default app;
