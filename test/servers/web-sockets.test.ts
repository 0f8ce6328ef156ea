import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import type { RunningServer, StartResult } from '../../src/model/server.ts';
import { maxMessageBytes } from '../../src/servers/child/web-sockets.ts';
import { startHandler } from '../../src/servers/start-handler.ts';
import { startLab } from '../../src/servers/start-lab.ts';
import { descendants, hostFile, packageRoot } from './spawned.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-labs-test-'));
const running: RunningServer[] = [];

const app = `
const app = new Hono();
app.get('/ws', upgradeWebSocket(() => ({
  onMessage: ({ data }, ws) => {
    if (data === 'boom') throw new Error('no such word');
    ws.send('echo: ' + data);
  },
})));
app.get('/refused', (c) => c.body(null, 403));
app.get('/silent', () => new Promise(() => {}));
`;
const asModule = join(folder, 'server.ts');
writeFileSync(
  asModule,
  `import { Hono } from 'hono';
import { upgradeWebSocket } from '@hono/node-server';${app}export default app;\n`,
);
const asCommonJs = join(folder, 'server.cjs');
writeFileSync(
  asCommonJs,
  `const { Hono } = require('hono');
const { upgradeWebSocket } = require('@hono/node-server');${app}module.exports = app;\n`,
);

const lab = () => startLab({ serverFile: asModule, hostFile, port: 0 });
const handler = (file: string) =>
  startHandler({ file, hostFile, deadlineMs: 8000, dependenciesFolder: packageRoot });

async function serve(starting: Promise<StartResult>): Promise<RunningServer> {
  const result = await starting;
  if (result.kind !== 'running') throw new Error(result.message);
  running.push(result.server);
  return result.server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  expect(descendants(), 'processes left').toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** An open socket, or the status of the reply that came in its place. */
async function connect(
  { url }: RunningServer,
  path: string,
  options: ClientOptions = {},
): Promise<WebSocket | number> {
  const socket = new WebSocket(`${url}${path}`, options);
  socket.on('error', () => {});
  const refused = once(socket, 'unexpected-response').then(([sent, { statusCode }]) => {
    sent.destroy();
    return Number(statusCode);
  });
  return Promise.race([once(socket, 'open').then(() => socket), refused]);
}

async function open(server: RunningServer, path = '/ws'): Promise<WebSocket> {
  const socket = await connect(server, path);
  if (typeof socket === 'number') throw new Error(`It was refused: ${socket}`);
  return socket;
}

async function ask(socket: WebSocket, text: string): Promise<string> {
  const answered = once(socket, 'message');
  socket.send(text);
  return String((await answered)[0]);
}

test('a lab takes WebSockets, and answers others who ask to change the protocol as usual', async () => {
  const server = await serve(lab());
  expect(await ask(await open(server), 'hi')).toBe('echo: hi');
  expect(await connect(server, '/refused')).toBe(403);
  expect(await connect(server, '/none')).toBe(404);
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' };
  const sent = request(`${server.url}/none`, { headers }).end();
  const [{ statusCode }] = await once(sent, 'response');
  expect(statusCode).toBe(404);
  sent.destroy();
});

test('pages from elsewhere and other names for this machine are refused', async () => {
  const server = await serve(lab());
  const opened = async (options: ClientOptions) => {
    const socket = await connect(server, '/ws', options);
    return typeof socket === 'number' ? socket : 'open';
  };
  for (const origin of [server.url, 'http://localhost:5173', 'https://127.0.0.1']) {
    expect(await opened({ origin }), origin).toBe('open');
  }
  for (const origin of ['https://evil.test', 'http://localhost.evil.test', 'null', 'file://']) {
    expect(await opened({ origin }), origin).toBe(403);
  }
  expect(await opened({ headers: { host: 'evil.test' } })).toBe(400);
});

test('a message beyond 1 MiB ends its socket and nothing else', async () => {
  const server = await serve(lab());
  const [one, other] = [await open(server), await open(server)];
  const closed = once(one, 'close');
  one.send('x'.repeat(maxMessageBytes + 1));
  expect((await closed)[0]).toBe(1009);
  expect(await ask(other, 'hi')).toBe('echo: hi');
});

test('a lab that is stopped says so on every open socket, and waits for none', async () => {
  const server = await serve(lab());
  const socket = await open(server);
  const closed = once(socket, 'close');
  const silent = new WebSocket(`${server.url}/silent`);
  const failed = once(silent, 'error');
  await ask(socket, 'hi');
  await server.stop();
  expect((await closed)[0]).toBe(1012);
  await failed;
});

test.each([asModule, asCommonJs])('tells what a handler threw at a message', async (file) => {
  const server = await serve(handler(file));
  const thrown = new Promise((resolve) => {
    server.onEvent((event) => {
      if (event.kind === 'threw') resolve(event);
    });
  });
  const socket = await open(server, '/ws?a=1');
  socket.send('boom');
  expect(await thrown).toMatchObject({
    method: 'GET',
    path: '/ws?a=1',
    error: { message: 'no such word', file, line: expect.any(Number) },
  });
  expect(await ask(socket, 'hi')).toBe('echo: hi');
});

test('tells how each handshake was answered', async () => {
  const server = await serve(lab());
  const told: unknown[] = [];
  server.onEvent((event) => {
    if (event.kind !== 'exchange') return;
    const { request, response } = event.exchange;
    told.push([request.path, request.headers.upgrade, response?.status]);
  });
  await ask(await open(server), 'hi');
  expect(await connect(server, '/refused')).toBe(403);
  await expect
    .poll(() => told)
    .toEqual([
      ['/ws', 'websocket', 101],
      ['/refused', 'websocket', 403],
    ]);
});
