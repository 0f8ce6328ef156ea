// rejected-by: keeps-the-clients-apart
// mistake: Sends the echo to every client.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';

const app = new Hono();
const everybody = new Set<WSContext>();

app.get('/ws', async (c) => {
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      everybody.add(ws);
    },
    onMessage: ({ data }, ws) => {
      const text = String(data);
      if (text.length > 20) ws.close(1009, 'too long');
      else for (const one of everybody) one.send(`echo: ${text}`);
    },
  });
});

export default app;
