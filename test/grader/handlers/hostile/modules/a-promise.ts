// verdict: broken
// says: exports a promise
import { Hono } from 'hono';

export default Promise.resolve(new Hono());
