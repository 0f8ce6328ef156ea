// right: @hono/zod-openapi for the count, and a class for the room.
import { upgradeWebSocket } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { WSContext } from 'hono/ws';

class Room {
  static readonly all = new Map<string, Room>();
  readonly members: WSContext[] = [];

  static named(name: string): Room {
    const room = Room.all.get(name) ?? new Room();
    Room.all.set(name, room);
    return room;
  }

  others(me: WSContext): WSContext[] {
    return this.members.filter((member) => member !== me);
  }
}

const app = new OpenAPIHono();

app.get('/rooms/:room/ws', async (c) => {
  const room = Room.named(c.req.param('room'));
  const name = z.string().parse(c.req.query('name'));
  const tell = (me: WSContext, message: object) => {
    for (const member of room.others(me)) member.send(JSON.stringify({ ...message, name }));
  };
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      tell(ws, { type: 'joined' });
      room.members.push(ws);
    },
    onMessage: ({ data }, ws) => tell(ws, { type: 'said', text: data }),
    onClose: (_event, ws) => {
      tell(ws, { type: 'left' });
      room.members.splice(room.members.indexOf(ws), 1);
    },
  });
});

const count = createRoute({
  method: 'get',
  path: '/rooms/{room}',
  request: { params: z.object({ room: z.string() }) },
  responses: {
    200: {
      description: 'How many are there',
      content: { 'application/json': { schema: z.object({ members: z.int() }) } },
    },
  },
});

app.openapi(count, (c) => {
  return c.json({ members: Room.all.get(c.req.valid('param').room)?.members.length ?? 0 }, 200);
});

export default app;
