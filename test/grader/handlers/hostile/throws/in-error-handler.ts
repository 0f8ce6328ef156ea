// verdict: failed
// says: the second
import { Hono } from 'hono';

const app = new Hono();
app.post('/predict', () => {
  throw new Error('the first');
});
app.onError(() => {
  throw new Error('the second');
});
export default app;
