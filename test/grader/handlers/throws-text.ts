import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', () => {
  throw 'no model';
});

export default app;
