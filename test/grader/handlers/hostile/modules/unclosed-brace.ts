// verdict: broken
// says: has a syntax error
import { Hono } from 'hono';

const app = new Hono();
app.post('/predict', (c) => {
  return c.json({});
export default app;
