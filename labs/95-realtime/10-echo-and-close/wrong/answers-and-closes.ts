// rejected-by: closes-at-a-long-message
// mistake: Sends the echo and closes then.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  return upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      const text = String(data);
      ws.send(`echo: ${text}`);
      if (text.length > 20) ws.close(1009, 'too long');
    },
  });
});

export default app;
