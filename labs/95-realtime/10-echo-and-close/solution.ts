import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();

app.get('/ws', async (c) => {
  // #region refuse
  if (c.req.query('token') !== 'secret') return c.body(null, 403);
  // #endregion
  // #region listen
  return upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      const text = String(data);
      if (text.length > 20) ws.close(1009, 'too long');
      else ws.send(`echo: ${text}`);
    },
  });
  // #endregion
});

export default app;
