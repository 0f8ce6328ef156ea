// verdict: failed
// says: circular structure
import { Hono } from 'hono';

const reply: Record<string, unknown> = {};
reply.self = reply;
export default new Hono().post('/predict', (c) => c.json(reply));
