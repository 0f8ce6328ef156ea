// rejected-by: refuses-a-wrong-token
// mistake: Opens the WebSocket and closes it at once when the token is wrong.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  const isRight = c.req.query('token') === 'secret';
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      if (!isRight) ws.close(1008, 'wrong token');
    },
    onMessage: ({ data }, ws) => {
      const text = String(data);
      if (text.length > 20) ws.close(1009, 'too long');
      else ws.send(`echo: ${text}`);
    },
  });
});

export default app;
