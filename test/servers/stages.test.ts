import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sendRequest } from '../../src/machine/send-request.ts';
import type { Exchange, Stage } from '../../src/model/exchange.ts';
import type { RunningServer } from '../../src/model/server.ts';
import { startLab } from '../../src/servers/start-lab.ts';
import { descendants, hostFile, packageRoot } from './spawned.ts';

const labsFolder = join(packageRoot, 'labs');
const folders = readdirSync(labsFolder).filter((name) => /^\d\d-/.test(name));
const running: RunningServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  expect(descendants(), 'processes left').toEqual([]);
});

type Sent = { method?: string; headers?: Record<string, string>; body?: string };

/** Sends requests to a lab one after the other; what the lab itself recorded of each. */
async function record(lab: string, requests: [path: string, sent?: Sent][]): Promise<Exchange[]> {
  const folder = folders.find((name) => name.endsWith(`-${lab}`)) ?? lab;
  const serverFile = join(labsFolder, folder, 'server.ts');
  const result = await startLab({ serverFile, hostFile, port: 0 });
  if (result.kind !== 'running') throw new Error(result.message);
  const { server } = result;
  running.push(server);
  const heard = new Map<number | undefined, Exchange>();
  server.onEvent((event) => {
    if (event.kind === 'exchange') heard.set(event.exchange.clientPort, event.exchange);
  });
  const recorded: Exchange[] = [];
  for (const [path, { method = 'GET', headers = {}, body } = {}] of requests) {
    const { clientPort } = await sendRequest(server.url, { method, path, headers, body });
    expect(clientPort).toBeGreaterThan(0);
    await expect.poll(() => heard.get(clientPort)).toBeDefined();
    const exchange = heard.get(clientPort);
    if (exchange !== undefined) recorded.push(exchange);
  }
  return recorded;
}

/** `404 server, routing!` for a request that routing answered; names in parentheses, what was thrown after a dash. */
function tell({ response, stages = [] }: Exchange): string {
  const marks = { passed: '', answered: '!', threw: '-', skipped: '~' };
  const words = stages.map(
    ({ name, label, outcome, threw = '' }) =>
      `${name}${label === undefined ? '' : `(${label})`}${marks[outcome]}${outcome === 'threw' ? threw : ''}`,
  );
  return `${response?.status} ${words.join(', ')}`;
}

const json = (body: string): Sent => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body,
});
const handshake = (headers: Record<string, string> = {}): Sent => ({
  headers: {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  },
});
const preflight: Sent = {
  method: 'OPTIONS',
  headers: { origin: 'http://localhost:3000', 'access-control-request-method': 'GET' },
};
const around = (name: string, mark = '') =>
  ['CORS', 'process time', 'requestId', 'sessions', 'GZip']
    .map((label) => `${name}(${label})${mark}`)
    .join(', ');

type Case = [path: string, sent: Sent | undefined, way: string];

const ways: Record<string, Case[]> = {
  hello: [
    ['/items/5', undefined, '200 server, routing(/items/{item_id}), validation, handler, response'],
    ['/items/five', undefined, '422 server, routing(/items/{item_id}), validation!'],
    [
      '/items/404',
      undefined,
      '404 server, routing(/items/{item_id}), validation, handler-HTTPError',
    ],
    ['/nowhere', undefined, '404 server, routing!'],
    ['/items/5', { method: 'PUT' }, '405 server, routing!'],
    ['/items/5', { method: 'HEAD' }, '405 server, routing!'],
    ['/slash', undefined, '307 server, routing!'],
    [
      '/files/a/b',
      undefined,
      '200 server, routing(/files/{file_path:path}), validation, handler, response',
    ],
    ['/docs', undefined, '200 server, routing(/docs), handler, response'],
    ['/items/5', { headers: { host: 'evil.test' } }, '400 server!'],
  ],
  types: [
    ['/types', undefined, '200 server, routing(/types), handler, response'],
    ['/unchecked', json('{}'), '500 server, routing(/unchecked), handler-TypeError'],
    [
      '/replies',
      json('{}'),
      '500 server, routing(/replies), validation, handler, response(response model)-Error',
    ],
  ],
  validation: [
    [
      '/items',
      json('{"name": "pen", "price": 1}'),
      '201 server, routing(/items), validation, handler, response(response model)',
    ],
    ['/items', json('{'), '422 server, routing(/items), validation!'],
    [
      '/bad-response',
      undefined,
      '500 server, routing(/bad-response), handler, response(response model)-Error',
    ],
    ['/slash-post', json('{}'), '307 server, routing!'],
  ],
  docs: [
    ['/bearer', undefined, '401 server, routing(/bearer), dependency(HTTPBearer)-HTTPError'],
    [
      '/quotes',
      json('{"book_id": 1}'),
      '401 server, routing(/quotes), dependency(checkToken)-HTTPError',
    ],
    ['/quotes', json('{'), '422 server, routing(/quotes), validation!'],
    ['/token', { method: 'POST' }, '422 server, routing(/token), handler-HTTPException'],
  ],
  predict: [
    [
      '/predict',
      json('{"feature1": 1}'),
      '422 server, middleware(CORS), middleware(countRequests), middleware(process time), routing(/predict), validation!',
    ],
    ['/predict', preflight, '200 server, middleware(CORS)!'],
    [
      '/boom',
      undefined,
      '500 server, middleware(CORS)~, middleware(countRequests)~, middleware(process time)~, routing(/boom), handler-Error',
    ],
    [
      '/v2/nothing',
      undefined,
      '404 server, middleware(CORS), middleware(countRequests), middleware(process time), routing!',
    ],
  ],
  async: [
    ['/wait/1', undefined, '200 server, routing(/wait/{ms}), validation, handler, response'],
    ['/thread/1', undefined, '200 server, routing(/thread/{ms}), validation, handler, response'],
  ],
  middleware: [
    ['/items/1', preflight, '200 server, middleware(CORS)!'],
    [
      '/items/1',
      { ...preflight, headers: { ...preflight.headers, origin: 'https://evil.test' } },
      '400 server, middleware(CORS)!',
    ],
    [
      '/items/418',
      undefined,
      `418 server, ${around('middleware')}, routing(/items/{item_id}), validation, handler-UnicornError`,
    ],
    ['/boom', undefined, `500 server, ${around('middleware', '~')}, routing(/boom), handler-Error`],
    ['/nowhere', undefined, `404 server, ${around('middleware')}, routing!`],
    [
      '/order/',
      undefined,
      `200 server, ${around('middleware')}, routing(/order/*), middleware(outer), middleware(inner), routing(/), handler, response`,
    ],
    ['/order', undefined, `307 server, ${around('middleware')}, routing!`],
  ],
  server: [
    ['/stream', undefined, '200 server, routing(/stream), validation, handler, response'],
    ['/raw/x', undefined, '200 server, routing(/raw/*), handler, response'],
  ],
  routers: [
    ['/users/me', undefined, '422 server, routing(/users/me), dependency(getToken)~, validation!'],
    [
      '/users/me',
      { headers: { 'x-token': 'wrong' } },
      '403 server, routing(/users/me), dependency(getToken)-HTTPError',
    ],
    [
      '/users/ada',
      { headers: { 'x-token': 'secret' } },
      '200 server, routing(/users/{username}), dependency(getToken), validation, handler, response',
    ],
    ['/sub/none', undefined, '404 server, routing(/sub/*), routing!'],
  ],
  rest: [
    [
      '/books/99',
      undefined,
      '404 server, routing(/books/{book_id}), validation, handler-HTTPError',
    ],
    [
      '/books',
      undefined,
      '200 server, routing(/books), validation, handler, response(response model)',
    ],
  ],
  microservices: [
    [
      '/orders',
      undefined,
      '200 server, middleware(trace), routing(/orders), handler, response(response model)',
    ],
    [
      '/items/none',
      undefined,
      '404 server, middleware(trace), routing(/items/{sku}), validation, handler-HTTPError',
    ],
  ],
  llm: [
    [
      '/v1/chat/completions',
      json('{"model": "none", "messages": [{"role": "user", "content": "hi"}]}'),
      '404 server, routing(/v1/chat/completions), validation, handler-OpenAIError',
    ],
    [
      '/v1/chat/completions',
      json(
        '{"model": "toy-trigram-1", "messages": [{"role": "user", "content": "hi"}], "max_tokens": 1, "stream": true}',
      ),
      '200 server, routing(/v1/chat/completions), validation, handler, response',
    ],
  ],
  realtime: [
    ['/ws', handshake(), '101 server, routing(/ws), validation, handler, response'],
    ['/ws', undefined, '404 server, routing!'],
    ['/none', handshake(), '403 server, routing!'],
    ['/ws-auth', handshake(), '403 server, routing(/ws-auth), validation-WebSocketException'],
    [
      '/ws-auth?token=guess',
      handshake(),
      '403 server, routing(/ws-auth), validation, handler-WebSocketException',
    ],
    [
      '/rooms/lobby/ws?name=eve',
      handshake({ origin: 'http://localhost:1' }),
      '403 server, routing(/rooms/{room}/ws), validation, dependency(sameOrigin)-WebSocketException',
    ],
    ['/rooms/lobby/ws?name=eve', handshake({ origin: 'https://evil.test' }), '403 server!'],
  ],
  compare: [
    ['/quotes', json('{}'), '422 server, routing(/quotes), validation!'],
    ['/shows/9', undefined, '404 server, routing(/shows/{show_id}), validation, handler-HTTPError'],
  ],
};

describe('the way of a request', () => {
  test('is known of every lab', () => {
    expect(Object.keys(ways).sort()).toEqual(folders.map((name) => name.slice(3)).sort());
  });

  test.each(Object.entries(ways))('through the lab %s', async (lab, cases) => {
    const recorded = await record(
      lab,
      cases.map(([path, sent]) => [path, sent]),
    );
    expect(recorded.map((exchange, index) => `${cases[index]?.[0]} ${tell(exchange)}`)).toEqual(
      cases.map(([path, , way]) => `${path} ${way}`),
    );
  });

  test('has times that follow one another, within the time of the exchange', async () => {
    const [exchange] = await record('middleware', [['/items/1']]);
    const { stages = [], durationMs = 0 } = exchange ?? {};
    const times = stages.map(({ atMs }: Stage) => atMs);
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    for (const { atMs, endedAtMs = Number.NaN } of stages) {
      expect(endedAtMs).toBeGreaterThanOrEqual(atMs);
      // Both are rounded.
      expect(endedAtMs).toBeLessThanOrEqual(durationMs + 0.01);
    }
  });
});

test('a lab says when its event loop was held, and only then', async () => {
  const [held, free] = await record('async', [['/block/200'], ['/wait/200']]);
  const heldMs = (held?.busy ?? []).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  expect(heldMs).toBeGreaterThan(180);
  const freeMs = (free?.busy ?? []).reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  expect(freeMs).toBeLessThan(100);
});
