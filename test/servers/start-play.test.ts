import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import type { RunningServer, ServerEvent } from '../../src/model/server.ts';
import { type PlayStart, startPlay } from '../../src/servers/start-play.ts';
import { descendants, hostFile, packageRoot } from './spawned.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-labs-play-'));
const file = join(folder, 'handler.ts');
const running: RunningServer[] = [];
let onSave = () => {};
let events: ServerEvent[] = [];

const answering = (text: string) => `
import { Hono } from 'hono';
const app = new Hono();
app.get('/', (c) => c.text(${JSON.stringify(text)}));
app.get('/boom', () => {
  throw new Error('boom');
});
app.get('/exit', () => process.exit(3));
export default app;
`;

function save(text: string): void {
  writeFileSync(file, text);
  onSave();
}

async function play(options: Partial<PlayStart> = {}): Promise<RunningServer> {
  const result = await startPlay({
    file,
    hostFile,
    port: 0,
    dependenciesFolder: packageRoot,
    watchFile: (_file, listener) => {
      onSave = listener;
      return () => {
        onSave = () => {};
      };
    },
    ...options,
  });
  if (result.kind !== 'running') throw new Error(`${result.kind}: ${result.message}`);
  running.push(result.server);
  result.server.onEvent((event) => events.push(event));
  return result.server;
}

const textAt = async (server: RunningServer, path = '/') =>
  (await fetch(server.url + path, { headers: { connection: 'close' } })).text();
const kinds = () => events.map(({ kind }) => kind);

beforeEach(() => {
  events = [];
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  expect(descendants(), 'processes left').toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a save is served on the same port; a broken one is down until a good one comes', async () => {
  writeFileSync(file, answering('one'));
  const server = await play();
  expect(await server.settled?.()).toBeUndefined();
  expect(await textAt(server)).toBe('one');

  save(answering('two'));
  expect(await server.settled?.()).toBeUndefined();
  expect(await textAt(server)).toBe('two');

  save('const = 1;\nexport default {};\n');
  expect(await server.settled?.()).toMatchObject({
    message: 'handler.ts, line 1 has a syntax error.',
    remedy: 'Correct the line and save.',
  });
  await expect(fetch(server.url)).rejects.toThrow();

  save(answering('three'));
  expect(await server.settled?.()).toBeUndefined();
  expect(await textAt(server)).toBe('three');
  expect(kinds().filter((kind) => kind !== 'exchange' && kind !== 'output')).toEqual([
    'serving',
    'restarting',
    'serving',
    'restarting',
    'down',
    'restarting',
    'serving',
  ]);
});

test('the newest of several saves wins', async () => {
  writeFileSync(file, answering('old'));
  const server = await play();
  for (const text of ['a', 'b', 'c', 'newest']) save(answering(text));
  expect(await server.settled?.()).toBeUndefined();
  expect(await textAt(server)).toBe('newest');
  expect(kinds().filter((kind) => kind === 'serving')).toHaveLength(1);
});

test('tells exchanges, what was thrown and where, and what was printed while it loaded', async () => {
  writeFileSync(file, `console.log('hello from the top');${answering('x')}`);
  const server = await play();
  await server.settled?.();
  expect(await textAt(server, '/boom')).toBe('Internal Server Error');
  await server.stop();
  expect(events).toContainEqual({ kind: 'output', stream: 'stdout', text: 'hello from the top\n' });
  expect(events.find((event) => event.kind === 'threw')).toMatchObject({
    method: 'GET',
    path: '/boom',
    error: { message: 'boom', file, line: 6 },
  });
  // Stopped at once, and still nothing is lost.
  expect(events.find((event) => event.kind === 'exchange')).toMatchObject({
    exchange: { request: { path: '/boom' }, response: { status: 500 } },
  });
});

test('a handler that ends its process is down, and the next save brings it back', async () => {
  writeFileSync(file, answering('up'));
  const server = await play();
  await server.settled?.();
  const down = new Promise<ServerEvent>((resolve) => {
    server.onEvent((event) => event.kind === 'down' && resolve(event));
  });
  await fetch(`${server.url}/exit`).catch(() => undefined);
  expect(await down).toMatchObject({
    message: 'handler.ts ended with exit code 3: process.exit(3) was called.',
    error: { line: 8 },
  });
  expect(await server.settled?.()).toMatchObject({ error: { line: 8 } });
  save(answering('again'));
  await server.settled?.();
  expect(await textAt(server)).toBe('again');
});

test('a request that is never answered is told once its connection is closed', async () => {
  writeFileSync(
    file,
    answering('x').replace('() => process.exit(3)', '() => new Promise(() => {})'),
  );
  const server = await play();
  await server.settled?.();
  const told = new Promise<ServerEvent>((resolve) => {
    server.onEvent((event) => event.kind === 'exchange' && resolve(event));
  });
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const request = get(`${server.url}/exit`, { agent: false });
  request.on('error', () => {});
  request.on('socket', (socket) => socket.once('connect', () => arrive()));
  await arrived;
  // Answered only after the request before it was taken up.
  await textAt(server);
  request.destroy();
  await expect.poll(() => events.filter(({ kind }) => kind === 'exchange').length).toBe(2);
  expect(events.findLast(({ kind }) => kind === 'exchange')).toMatchObject({
    exchange: {
      request: { path: '/exit' },
      failure: 'The connection was closed before the reply was complete.',
    },
  });
  expect(await told).toMatchObject({ exchange: { request: { path: '/' } } });
});

test('an endless loop while loading does not keep the next save waiting', async () => {
  writeFileSync(file, 'for (;;) {}');
  const server = await play();
  save(answering('out of the loop'));
  expect(await server.settled?.()).toBeUndefined();
  expect(await textAt(server)).toBe('out of the loop');
});

test('a path that can hold no handler, and a taken port, are failed starts', async () => {
  const attempt = (path: string) => play({ file: join(folder, path) });
  await expect(attempt('nowhere.ts')).rejects.toThrow('There is no file');
  await expect(attempt('.')).rejects.toThrow('is a folder');
  writeFileSync(join(folder, 'main.py'), 'app = 1\n');
  await expect(attempt('main.py')).rejects.toThrow('main.py is a Python file.');
  writeFileSync(file, answering('x'));
  const blocker = createServer();
  const port = await new Promise<number>((resolve) => {
    blocker.listen(0, '127.0.0.1', () => {
      const address = blocker.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await expect(play({ port })).rejects.toThrow(`port-taken: Port ${port} is already taken.`);
  const moved = await play({ port: undefined, preferredPort: port });
  expect(moved.portNote).toBe(`Port ${port} is taken, so it runs on ${moved.port}.`);
  await new Promise((resolve) => blocker.close(resolve));
});

test('an empty file is no failed start: what is missing is only a save', async () => {
  writeFileSync(file, '');
  const server = await play();
  expect(await server.settled?.()).toMatchObject({ message: 'handler.ts is empty.' });
  save(answering('written'));
  await server.settled?.();
  expect(await textAt(server)).toBe('written');
});
