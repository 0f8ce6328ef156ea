// right: Refuses by throwing, and answers later, one message after the other.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

const app = new Hono();

app.get(
  '/ws',
  upgradeWebSocket(async (c) => {
    await Promise.resolve();
    if (c.req.query('token') !== 'secret') throw new HTTPException(403, { message: 'no' });
    let before = Promise.resolve();
    return {
      onMessage: ({ data }, ws) => {
        before = before.then(async () => {
          const text = await new Response(data).text();
          if (text.length > 20) ws.close(1009, 'too long');
          else ws.send(`echo: ${text}`);
        });
      },
    };
  }),
);

export default app;
