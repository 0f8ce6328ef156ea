// verdict: failed
// says: threw null, not an Error
import { Hono } from 'hono';

export default new Hono().post('/predict', () => {
  throw null;
});
