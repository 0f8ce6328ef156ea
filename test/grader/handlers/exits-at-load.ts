import { Hono } from 'hono';

const app = new Hono();
process.exit(0);

export default app;
