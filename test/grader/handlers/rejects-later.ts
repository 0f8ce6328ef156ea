import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', (c) => {
  setImmediate(() => {
    throw new Error('too late');
  });
  return c.json({});
});

export default app;
