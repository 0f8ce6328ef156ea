// #region imports
import { readFileSync } from 'node:fs';
import { upgradeWebSocket } from '@hono/node-server';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { asEventStream, eventStream } from '../kit/event-stream.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { WebSocketException, webSocket } from '../kit/websocket.ts';
import { everyByTimer, isPingable, keepAlive } from './parts/heartbeat.ts';
import { Rooms } from './parts/rooms.ts';

// #endregion

// #region app
const app = createLab({ title: 'Realtime', version: '1.0.0' });
const rooms = new Rooms();

const room = z.string().max(30);
const name = z.string().min(1).max(20);
// #endregion

// #region page
const page = readFileSync(new URL('./data/page.html', import.meta.url), 'utf8');
const showPage = createRoute({ method: 'get', path: '/', hide: true, responses: ok });

app.openapi(showPage, (c) => c.body(page, 200, { 'content-type': 'text/html; charset=utf-8' }));
// #endregion

// #region echo
app.get('/ws', webSocket({}), (c) =>
  upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => ws.send(`echo: ${data}`),
  }),
);
// #endregion

// #region token
app.get('/ws-auth', webSocket({ query: z.object({ token: z.string() }) }), (c) => {
  if (c.req.valid('query').token !== 'secret') throw new WebSocketException(1008);
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      ws.send(JSON.stringify({ ok: true }));
      ws.close(1000, 'bye');
    },
  });
});
// #endregion

// #region first-message
app.get('/ws-login', webSocket({}), (c) =>
  upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      if (data !== 'secret') return ws.close(1008, 'wrong token');
      ws.send(JSON.stringify({ ok: true }));
      ws.close(1000, 'bye');
    },
  }),
);
// #endregion

// #region origin
const sameOrigin: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && URL.parse(origin)?.host !== c.req.header('host')) {
    throw new WebSocketException(1008);
  }
  await next();
};
// #endregion

// #region talk
const asked = { params: z.object({ room }), query: z.object({ name }) };

app.get('/rooms/:room/ws', webSocket(asked), sameOrigin, (c) => {
  const { name } = c.req.valid('query');
  const here = rooms.enter(c.req.valid('param').room);
  let isMember = false;
  const leave = () => {
    if (!isMember) return;
    isMember = false;
    here.members.delete(name);
    here.tell('left', name);
  };
  return upgradeWebSocket(c, {
    onOpen: (_event, ws) => {
      if (here.members.has(name)) return ws.close(4009, 'this name is taken');
      if (isPingable(ws.raw)) keepAlive(ws.raw);
      isMember = true;
      here.members.set(name, (message) => ws.send(message));
      here.tell('joined', name);
    },
    onMessage: ({ data }, ws) => {
      if (!isMember) return;
      // Characters as Python counts them: `length` counts an emoji twice.
      if (typeof data === 'string' && [...data].length <= 500) {
        here.tell('said', name, data);
        return;
      }
      leave();
      if (typeof data === 'string') ws.close(1009, 'at most 500 characters');
      else ws.close(1003, 'text only');
    },
    onClose: leave,
  });
});
// #endregion

// #region events
const lastEventId = int().nullable().default(null);

const watch = createRoute({
  method: 'get',
  path: '/rooms/{room}/events',
  operationId: 'watch',
  request: { params: z.object({ room }), headers: z.object({ 'last-event-id': lastEventId }) },
  responses: { 200: eventStream },
});

app.openapi(watch, (c) => {
  const here = rooms.enter(c.req.valid('param').room);
  const lastId = c.req.valid('header')['last-event-id'];
  const leaving = new AbortController();
  const reply = streamSSE(c, async (stream) => {
    stream.onAbort(() => leaving.abort());
    // A proxy cuts a line that is silent for too long. FastAPI sends the same comment by itself.
    const stop = everyByTimer(15_000, () => void stream.write(': ping\n\n'));
    leaving.signal.addEventListener('abort', stop);
    for await (const told of here.watch(lastId, leaving.signal)) {
      await stream.writeSSE({ event: told.type, data: JSON.stringify(told), id: String(told.id) });
    }
  });
  return asEventStream(reply);
});
// #endregion

// #region messages
const Told = z
  .object({
    id: int(),
    type: z.enum(['joined', 'said', 'left']),
    name: z.string(),
    text: z.string(),
  })
  .openapi('Told');

const Words = z.object({ name, text: z.string().max(500) }).openapi('Words');

const say = createRoute({
  method: 'post',
  path: '/rooms/{room}/messages',
  operationId: 'say',
  request: { params: z.object({ room }), body: jsonBody(Words) },
  responses: { 201: jsonResponse(Told) },
});

app.openapi(say, (c) => {
  const { name, text } = c.req.valid('json');
  return c.json(rooms.enter(c.req.valid('param').room).tell('said', name, text), 201);
});

const readMessages = createRoute({
  method: 'get',
  path: '/rooms/{room}/messages',
  operationId: 'read_messages',
  request: { params: z.object({ room }), query: z.object({ after: int().default(0) }) },
  responses: { 200: jsonResponse(z.array(Told)) },
});

app.openapi(readMessages, (c) => {
  const here = rooms.get(c.req.valid('param').room);
  return c.json(here?.since(c.req.valid('query').after) ?? [], 200);
});
// #endregion

// #region count
const RoomCount = z
  .object({ room: z.string(), members: int(), watchers: int() })
  .openapi('RoomCount');

const countRooms = createRoute({
  method: 'get',
  path: '/rooms',
  operationId: 'count_rooms',
  responses: { 200: jsonResponse(z.array(RoomCount)) },
});

app.openapi(countRooms, (c) =>
  c.json(
    [...rooms].map(([room, { members, watchers }]) => ({ room, members: members.size, watchers })),
    200,
  ),
);
// #endregion

export default app;
