// rejected-by: tells-who-has-joined
// mistake: Adds the newcomer and tells nobody.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';

const app = new Hono();

/** Who is in each room. */
const rooms = new Map<string, Set<WSContext>>();

function enter(room: string): Set<WSContext> {
  const members = rooms.get(room) ?? new Set();
  rooms.set(room, members);
  return members;
}

function tell(members: Set<WSContext>, sender: WSContext, message: object): void {
  for (const member of members) if (member !== sender) member.send(JSON.stringify(message));
}

app.get('/rooms/:room/ws', (c) => {
  const name = c.req.query('name');
  const members = enter(c.req.param('room'));
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      members.add(ws);
    },
    onMessage: ({ data }, ws) => tell(members, ws, { type: 'said', name, text: data }),
    onClose: (_event, ws) => {
      members.delete(ws);
      tell(members, ws, { type: 'left', name });
    },
  });
});

app.get('/rooms/:room', (c) => c.json({ members: rooms.get(c.req.param('room'))?.size ?? 0 }));

export default app;
