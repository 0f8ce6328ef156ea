// verdict: broken
// says: has a syntax error
import { Hono } from 'hono';

export default new Hono().post('/predict', (c) => c.json(await c.req.json()));
