import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { serveMutants } from '../../../src/proofs/child/serve-mutants.ts';
import { createFetchServer, listenOn } from '../../../src/servers/child/listen.ts';
import { closeWebSockets } from '../../../src/servers/child/web-sockets.ts';

const file = (name: string) => fileURLToPath(new URL(`./mutated/${name}`, import.meta.url));
const counter = file('counter.ts');
const of = { method: 'POST', route: '/items/{id}', status: 200 };

const serve = serveMutants([
  { file: counter },
  { file: counter, of, change: { kind: 'drop', place: ['path'] } },
  { file: counter, of, change: { kind: 'media-type' } },
  { file: file('broken.ts') },
  { file: file('endless.ts'), change: { kind: 'status', status: 201 } },
  { file: file('endless.ts'), change: { kind: 'body-of', source: 'another', body: 'short' } },
]);
const ask = async (path: string, init: RequestInit = {}) =>
  serve(new Request(`http://localhost${path}`, init));
const post = (path: string) => ask(path, { method: 'POST', body: 'hi' });

test('each mutant is a module of its own, behind its own path', async () => {
  expect(await (await post('/m/0/items/7?a=1')).json()).toEqual({
    count: 1,
    path: '/items/7?a=1',
    sent: 'hi',
  });
  expect(await (await post('/m/0/items/7')).json()).toMatchObject({ count: 2 });
  expect(await (await post('/m/1/items/7?a=1')).json()).toEqual({ count: 1, sent: 'hi' });
});

test('replies of another class stay as they are', async () => {
  expect(await (await post('/m/1/other')).json()).toMatchObject({ path: '/other' });
  expect((await post('/m/1/missing')).status).toBe(404);
  expect(await (await ask('/m/1/items/7')).json()).toMatchObject({ path: '/items/7' });
});

test('a content type that is taken away does not come back', async () => {
  expect((await post('/m/2/items/7')).headers.get('content-type')).toBeNull();
});

test('says which can be loaded', async () => {
  expect((await ask('/m/0')).status).toBe(200);
  const broken = await ask('/m/3');
  expect([broken.status, await broken.text()]).toEqual([500, 'Error: no start']);
  expect((await ask('/m/9')).status).toBe(404);
});

test('a mutant takes WebSockets, and a refusal gets another status', async () => {
  const refused = { method: 'GET', route: '/no', status: 403 };
  const fetch = serveMutants([
    { file: file('echo.ts') },
    { file: file('echo.ts'), of: refused, change: { kind: 'status', status: 400 } },
  ]);
  const server = createFetchServer(fetch);
  const port = await listenOn(server, 0, false);
  onTestFinished(async () => {
    server.close();
    await closeWebSockets(server);
  });
  const socket = new WebSocket(`http://127.0.0.1:${port}/m/1/ws`);
  await once(socket, 'open');
  socket.send('hi');
  expect(String((await once(socket, 'message'))[0])).toBe('echo: hi');
  for (const [index, status] of [403, 400].entries()) {
    const refusal = new WebSocket(`http://127.0.0.1:${port}/m/${index}/no`).on('error', () => {});
    const [sent, { statusCode }] = await once(refusal, 'unexpected-response');
    expect(statusCode).toBe(status);
    sent.destroy();
  }
});

test('a body without an end is passed on as it comes, or replaced', async () => {
  const passed = await ask('/m/4/lines');
  expect(passed.status).toBe(201);
  const reader = passed.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('line\n');
  await reader?.cancel();
  expect(await (await ask('/m/5/lines')).text()).toBe('short');
});
