import { Hono } from 'hono';

const app = new Hono();
const limits = { low: 1,, high: 2 };

export default app;
