// rejected-by: echoes-each-message
// mistake: Answers each message with the one before it.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
let last = '';

app.get('/ws', async (c) => {
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  return upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      const text = String(data);
      if (text.length > 20) ws.close(1009, 'too long');
      else ws.send(`echo: ${last}`);
      last = text;
    },
  });
});

export default app;
