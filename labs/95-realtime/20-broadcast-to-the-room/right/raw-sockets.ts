// right: Takes the sockets themselves, and writes its JSON in another order of keys.
import { upgradeWebSocket, type WebSocketLike } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
const roomOf = new Map<WebSocketLike, string>();

function broadcast(room: string, text: string, sender: WebSocketLike): void {
  for (const [socket, other] of roomOf) {
    if (other === room && socket !== sender && socket.readyState === 1) socket.send(text);
  }
}

app.get('/rooms/:room/ws', (c) => {
  const room = c.req.param('room');
  const name = c.req.query('name');
  return upgradeWebSocket(c, {
    onOpen: (_event, { raw }) => {
      if (raw === undefined) return;
      roomOf.set(raw, room);
      broadcast(room, JSON.stringify({ name, type: 'joined' }), raw);
      raw.on('message', (data) => {
        broadcast(room, JSON.stringify({ text: String(data), name, type: 'said' }), raw);
      });
      raw.on('close', () => {
        roomOf.delete(raw);
        broadcast(room, JSON.stringify({ name, type: 'left' }), raw);
      });
    },
  });
});

app.get('/rooms/:room', (c) => {
  const members = [...roomOf.values()].filter((room) => room === c.req.param('room'));
  return Response.json({ members: members.length });
});

export default app;
