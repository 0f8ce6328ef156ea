import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';

const app = new Hono();
/** Who is in each room. */
const rooms = new Map<string, Set<WSContext>>();

app.get('/rooms/:room/ws', (c) => {
  const name = c.req.query('name') ?? '';
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      // Add this one to its room, and tell the others.
      ws.send(`not written yet, ${name}`);
    },
    onMessage: (_event, _ws) => {
      // Tell the others, and not the one who said it.
    },
    onClose: (_event, _ws) => {
      // Take this one out, and tell those who stay.
    },
  });
});

app.get('/rooms/:room', (c) => c.json({ members: rooms.get(c.req.param('room'))?.size ?? 0 }));

export default app;
