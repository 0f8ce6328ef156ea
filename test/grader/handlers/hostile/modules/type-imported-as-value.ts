// verdict: failed
// says: the body: expected
import { Context, Hono } from 'hono';

export default new Hono().post('/predict', (c: Context) => c.json({}));
