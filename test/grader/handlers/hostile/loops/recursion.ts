// verdict: failed
// says: Maximum call stack size exceeded
import { Hono } from 'hono';

const dive = (depth: number): number => 1 + dive(depth + 1);
export default new Hono().post('/predict', (c) => c.json({ depth: dive(0) }));
