// rejected-by: echoes-each-message
// mistake: Makes text of the event and not of its data.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  return upgradeWebSocket(c, {
    onMessage: (event, ws) => {
      const text = String(event);
      if (text.length > 20) ws.close(1009, 'too long');
      else ws.send(`echo: ${text}`);
    },
  });
});

export default app;
