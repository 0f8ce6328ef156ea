// verdict: failed
// says: the status: expected 200, received 404
import { Hono } from 'hono';

const app = new Hono();
app.post('/predict', (c) => {
  c.json({ feature1: 1.5, feature2: -2 });
});
export default app;
