import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

export default new Hono()
  .get('/no', (c) => c.body(null, 403))
  .get(
    '/ws',
    upgradeWebSocket(() => ({ onMessage: ({ data }, ws) => ws.send(`echo: ${data}`) })),
  );
