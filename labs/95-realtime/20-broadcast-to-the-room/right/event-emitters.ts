// right: Each room is an event emitter, to which every member listens.
import { EventEmitter } from 'node:events';
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';
import type { WSContext } from 'hono/ws';

const app = new Hono();
const rooms: Record<string, EventEmitter> = Object.create(null);

app.get('/rooms/:room/ws', (c) => {
  const { room } = c.req.param();
  rooms[room] ??= new EventEmitter().setMaxListeners(0);
  const here = rooms[room];
  const name = c.req.query('name');
  const listeners = new Map<WSContext, (message: object, from: WSContext) => void>();
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      const listen = (message: object, from: WSContext) => {
        if (from !== ws) ws.send(JSON.stringify(message));
      };
      listeners.set(ws, listen);
      here.emit('told', { type: 'joined', name }, ws);
      here.on('told', listen);
    },
    onMessage: (event, ws) => {
      here.emit('told', { type: 'said', name, text: event.data }, ws);
    },
    onClose: (_event, ws) => {
      here.off('told', listeners.get(ws) ?? (() => {}));
      here.emit('told', { type: 'left', name }, ws);
    },
  });
});

app.get('/rooms/:room', (c) => {
  return c.json({ members: rooms[c.req.param('room')]?.listenerCount('told') ?? 0 });
});

export default app;
