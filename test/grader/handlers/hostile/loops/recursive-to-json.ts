// verdict: failed
// says: Maximum call stack size exceeded
import { Hono } from 'hono';

const reply = { toJSON: () => ({ again: reply }) };
export default new Hono().post('/predict', (c) => c.json(reply));
