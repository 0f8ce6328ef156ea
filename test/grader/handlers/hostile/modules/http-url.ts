// verdict: broken
// says: Only URLs with a scheme
import { Hono } from 'https://example.invalid/hono.js';

export default new Hono();
