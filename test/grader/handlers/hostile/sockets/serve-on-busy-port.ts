// verdict: broken
// says: starts a server of its own and has no default export
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
serve({ fetch: app.fetch, port: Number(process.env.BUSY_PORT), hostname: '127.0.0.1' });
