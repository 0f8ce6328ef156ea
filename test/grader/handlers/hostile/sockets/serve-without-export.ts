// verdict: broken
// says: starts a server of its own
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.post('/predict', (c) => c.json({}));
serve({ fetch: app.fetch, port: Number(process.env.SECOND_PORT), hostname: '127.0.0.1' });
