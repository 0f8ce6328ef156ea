// rejected-by: refuses-a-wrong-token
// mistake: Accepts everybody.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  return upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      const text = String(data);
      if (text.length > 20) ws.close(1009, 'too long');
      else ws.send(`echo: ${text}`);
    },
  });
});

export default app;
