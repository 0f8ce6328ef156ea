// rejected-by: closes-at-a-long-message
// mistake: Echoes messages of any length.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  return upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      const text = String(data);
      ws.send(`echo: ${text}`);
    },
  });
});

export default app;
