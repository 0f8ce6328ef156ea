import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  // Look at the token here, before the WebSocket is accepted.
  return upgradeWebSocket(c, {
    onMessage: (_event, ws) => {
      // Send the message back, or close.
      ws.send('not written yet');
    },
  });
});

export default app;
