// rejected-by: opens-with-the-token
// mistake: Reads the token from a header, which a browser cannot set.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  if (c.req.header('x-token') !== 'secret') return c.body(null, 403);
  return upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      const text = String(data);
      if (text.length > 20) ws.close(1009, 'too long');
      else ws.send(`echo: ${text}`);
    },
  });
});

export default app;
