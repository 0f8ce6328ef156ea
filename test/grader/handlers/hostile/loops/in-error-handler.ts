// verdict: stuck
// says: POST /predict was not answered within
import { Hono } from 'hono';

const app = new Hono();
app.post('/predict', () => {
  throw new Error('first');
});
app.onError(() => {
  for (;;) {}
});
export default app;
