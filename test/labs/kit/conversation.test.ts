import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createApi, moveToEnd, type RecordedExchange } from '../../../labs/kit/check-api.ts';

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

async function serve(onSocket: (socket: WebSocket, path: string) => void): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(426).end());
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket, { url = '' }) => onSocket(socket, url));
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate();
  });
  return listen(server);
}

function open(baseUrl: string, deadlineMs = 2000) {
  const exchanges: RecordedExchange[] = [];
  const api = createApi(baseUrl, deadlineMs, (exchange) => moveToEnd(exchanges, exchange));
  onTestFinished(api.hangUp);
  return { exchanges, api };
}

test('messages come in their order, then the close, and all of it is recorded', async () => {
  const url = await serve((socket, path) => {
    socket.send(path);
    socket.on('message', (data, isBinary) => {
      socket.send(isBinary ? data : `{"said":"${data}"}`);
      if (String(data) === 'bye') socket.close(1008, 'as you say');
    });
  });
  const { api, exchanges } = open(`${url}/base/`);
  const ada = await api.connect('/ws?a=1', { headers: { 'X-Token': 'secret' } });
  expect(ada.status).toBe(101);
  expect(ada.headers).toMatchObject({ upgrade: 'websocket' });
  for (const message of ['hi', '', 'a\nb', new Uint8Array([1, 255]), 'bye']) ada.send(message);
  expect(await ada.next()).toBe('/base/ws?a=1');
  expect(await ada.next()).toBe('{"said":"hi"}');
  expect(await ada.nextJson()).toEqual({ said: '' });
  expect(await ada.nextJson()).toBe('{"said":"a\nb"}');
  expect(await ada.next()).toEqual({ bytes: '01ff' });
  expect(await ada.nextJson()).toEqual({ said: 'bye' });
  const close = { code: 1008, reason: 'as you say' };
  expect([await ada.next(), await ada.nextJson()]).toEqual([close, close]);
  expect(exchanges).toMatchObject([
    {
      request: {
        method: 'GET',
        path: '/ws?a=1',
        headers: { 'x-token': 'secret', upgrade: 'websocket' },
        body: ['hi', '""', '"a\\nb"', '(bytes 01ff)', 'bye'].join('\n'),
      },
      response: {
        status: 101,
        body: expect.stringMatching(/^\/base\/ws\?a=1\n.*\n\(close 1008 as you say\)$/s),
      },
    },
  ]);
});

test('the last exchange is the conversation that went on last', async () => {
  const { api, exchanges } = open(await serve((socket) => socket.on('message', () => {})));
  const ada = await api.connect('/ada');
  const bob = await api.connect('/bob');
  bob.send('hi');
  ada.close(4000, 'enough');
  expect(await ada.next()).toEqual({ code: 4000, reason: 'enough' });
  expect(exchanges.map(({ request }) => request.path)).toEqual(['/bob', '/ada']);
  expect(exchanges[1]).toMatchObject({ request: { body: '(close 4000 enough)' } });
});

test('silence hits the deadline, in words that say after what', async () => {
  const { api, exchanges } = open(await serve(() => {}), 120);
  const ada = await api.connect('/ws');
  await expect(ada.next()).rejects.toThrow(
    'GET /ws: no message came within 0.12 seconds after the handshake.',
  );
  ada.send('hello');
  const message = 'GET /ws: no message came within 0.12 seconds after "hello".';
  await expect(ada.next()).rejects.toMatchObject({ isDeadline: true, message });
  expect(exchanges).toMatchObject([{ failure: message, response: { status: 101 } }]);
});

test('a refused handshake has its status, and nothing can be said', async () => {
  const server = createServer();
  server.on('upgrade', (_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nX-Why: no token\r\nContent-Length: 0\r\n\r\n');
  });
  const { api, exchanges } = open(await listen(server));
  const ada = await api.connect('/ws');
  expect(ada).toMatchObject({ status: 403, headers: { 'x-why': 'no token' } });
  const words = 'GET /ws was answered with 403, so no WebSocket is open.';
  expect(() => ada.send('hi')).toThrow(words);
  await expect(ada.next()).rejects.toThrow(words);
  expect(exchanges).toMatchObject([{ response: { status: 403, body: '' } }]);
});

test('a server that knows no WebSockets answers as usual', async () => {
  const url = await listen(createServer((_request, response) => response.writeHead(404).end()));
  expect((await open(url).api.connect('/ws')).status).toBe(404);
});

test('what is no answer to a handshake is said so', async () => {
  const silent = await listen(createServer().on('upgrade', () => {}));
  await expect(open(silent, 120).api.connect('/ws')).rejects.toMatchObject({
    isDeadline: true,
    message: 'GET /ws was not answered within 0.12 seconds.',
  });
  const cut = await listen(createServer().on('upgrade', (_request, socket) => socket.destroy()));
  await expect(open(cut).api.connect('/ws')).rejects.toThrow(
    'GET /ws: the server closed the connection without an answer.',
  );
  await expect(open('http://127.0.0.1:9').api.connect('/ws')).rejects.toMatchObject({
    isUnreachable: true,
  });
  const server = createSocketServer((socket) => socket.end('hello\n')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await expect(open(`http://127.0.0.1:${port}`).api.connect('/ws')).rejects.toThrow(
    'GET /ws: what came back is not a valid HTTP reply.',
  );
});

test('a connection that is cut ends with 1006, and hanging up leaves none', async () => {
  const url = await serve((socket, path) => {
    if (path === '/cut') socket.terminate();
  });
  const { api } = open(url);
  const cut = await api.connect('/cut');
  expect(await cut.next()).toEqual({ code: 1006, reason: '' });
  const ada = await api.connect('/ada');
  api.hangUp();
  expect(await ada.next()).toEqual({ code: 1006, reason: '' });
});
