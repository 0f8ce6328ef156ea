import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendRequest } from '../../src/machine/send-request.ts';
import { maxBodyLength } from '../../src/model/exchange.ts';

const packed: Record<string, Buffer> = {
  gzip: gzipSync('[1]'),
  deflate: deflateSync('[1]'),
  br: brotliCompressSync('[1]'),
};

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
    if (incoming.url?.startsWith('/packed/') === true) {
      const encoding = incoming.url.slice('/packed/'.length);
      reply.setHeader('content-encoding', encoding);
      return void reply.end(packed[encoding] ?? 'as it is');
    }
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

test('unpacks what was compressed, and shows anything else as it came', async () => {
  for (const encoding of Object.keys(packed)) {
    const { response } = await sendRequest(url, get(`/packed/${encoding}`));
    expect(response).toMatchObject({ body: '[1]', json: [1] });
    expect(response?.headers).toMatchObject({ 'content-encoding': encoding });
  }
  for (const encoding of ['zstd', 'GZIP']) {
    const { response } = await sendRequest(url, get(`/packed/${encoding}`));
    expect(response?.body).toBe('as it is');
  }
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

test('names the port it was sent from, and takes a handshake that is accepted for a reply', async () => {
  const { clientPort } = await sendRequest(url, { method: 'GET', path: '/', headers: {} });
  expect(clientPort).toBeGreaterThan(0);
  const upgrading = createServer();
  upgrading.on('upgrade', (_incoming, socket) => {
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
  });
  upgrading.listen(0, '127.0.0.1');
  await once(upgrading, 'listening');
  const headers = { connection: 'Upgrade', upgrade: 'websocket' };
  const { port } = upgrading.address() as AddressInfo;
  const exchange = await sendRequest(`http://127.0.0.1:${port}`, {
    method: 'GET',
    path: '/ws',
    headers,
  });
  expect(exchange.response).toEqual({
    status: 101,
    headers: { upgrade: 'websocket', connection: 'Upgrade' },
    body: '',
  });
  upgrading.close();
});
