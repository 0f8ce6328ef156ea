import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRequest } from '../../src/machine/send-request.ts';
import { maxBodyLength } from '../../src/model/exchange.ts';

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(async (incoming, reply) => {
    const body = await readBody(incoming);
    if (incoming.url === '/silent') return;
    if (incoming.url === '/reset') return void incoming.socket.destroy();
    if (incoming.url === '/moved') return void reply.writeHead(307, { location: '/' }).end();
    if (incoming.url === '/events') return sendEvents(reply);
    if (incoming.url === '/large') return void reply.end('x'.repeat(maxBodyLength + 5));
    reply.setHeader('content-type', 'application/json');
    reply.setHeader('X-Two', ['a', 'b']);
    const { method, url: path, headers } = incoming;
    reply.end(JSON.stringify({ method, path, type: headers['content-type'] ?? null, body }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

let askedToGoOn = () => {};

/** Two events that come at once, cut inside a character, and more once `askedToGoOn` is called. */
function sendEvents(reply: ServerResponse): void {
  const text = Buffer.from('data: ż\n\n');
  reply.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  reply.write(text.subarray(0, 7));
  reply.write(text.subarray(7));
  askedToGoOn = () => reply.end('data: end\n\n');
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const get = (path: string) => ({ method: 'GET', path, headers: {} });

test('sends the exact text, valid or not, with any method', async () => {
  const request = {
    method: 'GET',
    path: '/predict?q=ü b',
    headers: { 'content-type': 'text/plain' },
    body: '{"feature1": ',
  };
  const exchange = await sendRequest(url, request);
  expect(exchange.request).toBe(request);
  expect(exchange.response).toMatchObject({
    status: 200,
    headers: { 'content-type': 'application/json', 'x-two': 'a, b' },
    json: {
      method: 'GET',
      path: '/predict?q=%C3%BC%20b',
      type: 'text/plain',
      body: '{"feature1": ',
    },
  });
  expect(exchange.durationMs).toBeGreaterThan(0);
});

test('follows no redirect and cuts what is too long', async () => {
  const moved = await sendRequest(url, get('/moved'));
  expect(moved.response).toMatchObject({ status: 307, headers: { location: '/' }, body: '' });
  const large = await sendRequest(url, get('/large'));
  expect(large.response?.body).toHaveLength(maxBodyLength);
});

test('says why there is no reply', async () => {
  const cancelled = AbortSignal.abort();
  const failures = await Promise.all([
    sendRequest(url, get('/silent'), { deadlineMs: 50 }),
    sendRequest(url, get('/reset')),
    sendRequest(url, get('/'), { signal: cancelled }),
    sendRequest('http://127.0.0.1:1', get('/')),
    sendRequest('nonsense', get('/')),
    sendRequest(url, { ...get('/'), headers: { 'bad header': 'x' } }),
  ]);
  expect(failures.map(({ response }) => response)).toEqual(Array(6).fill(undefined));
  expect(failures.slice(0, 4).map(({ failure }) => failure)).toEqual([
    'There was no reply within 0.05 s.',
    'The server closed the connection without a reply.',
    'The request was cancelled.',
    'Nothing listens there any more. Start the lab again.',
  ]);
  expect(failures[4]?.failure).toMatch(/^The request could not be sent: /);
  expect(failures[5]?.failure).toMatch(/^The request could not be sent: /);
});

test('tells a stream of events as it comes, whatever the deadline', async () => {
  const parts: string[] = [];
  const exchange = await sendRequest(url, get('/events'), {
    deadlineMs: 1000,
    onPart: ({ body }) => {
      parts.push(body);
      if (body === 'data: ż\n\n') askedToGoOn();
    },
  });
  expect(parts.at(-1)).toBe('data: ż\n\ndata: end\n\n');
  expect(parts.join()).not.toContain('\ufffd');
  expect(exchange.response?.body).toBe(parts.at(-1));
  expect(exchange.isStopped).toBeUndefined();
});

test('keeps what came of a stream that is stopped', async () => {
  const stopping = new AbortController();
  const { response, isStopped } = await sendRequest(url, get('/events'), {
    signal: stopping.signal,
    onPart: ({ body }) => body.endsWith('\n\n') && stopping.abort(),
  });
  expect(response?.body).toBe('data: ż\n\n');
  expect(isStopped).toBe(true);
});
