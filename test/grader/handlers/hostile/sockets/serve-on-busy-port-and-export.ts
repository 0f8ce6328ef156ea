// verdict: broken
// says: listens on a port itself, and that port is already taken
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
serve({ fetch: app.fetch, port: Number(process.env.BUSY_PORT), hostname: '127.0.0.1' });
export default app;
