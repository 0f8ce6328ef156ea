// verdict: stuck
// says: POST /predict was not answered within
import { Hono } from 'hono';

export default new Hono().post('/predict', (c) => {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {}
  return c.json({});
});
