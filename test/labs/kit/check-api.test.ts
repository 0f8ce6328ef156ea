import { createServer, type RequestListener } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createApi, type RecordedExchange } from '../../../labs/kit/check-api.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

function open(baseUrl: string, deadlineMs = 2000) {
  const exchanges: RecordedExchange[] = [];
  return { exchanges, api: createApi(baseUrl, deadlineMs, (exchange) => exchanges.push(exchange)) };
}

test('sends JSON and records the exchange as it went', async () => {
  const url = await serve(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    response.writeHead(201, { 'Content-Type': 'application/json', 'X-One': ['1', '2'] });
    response.end(JSON.stringify({ text, type: request.headers['content-type'], url: request.url }));
  });
  const { api, exchanges } = open(`${url}/base/`);
  const reply = await api.post('/predict?x=1', { a: 1 }, { headers: { 'X-Token': 'secret' } });
  const json = { text: '{"a":1}', type: 'application/json', url: '/base/predict?x=1' };
  expect(reply).toMatchObject({ status: 201, json, headers: { 'x-one': '1, 2' } });
  expect(exchanges).toMatchObject([
    {
      request: {
        method: 'POST',
        path: '/predict?x=1',
        headers: { 'content-type': 'application/json', 'x-token': 'secret' },
        body: '{"a":1}',
      },
      response: { status: 201, json },
    },
  ]);
});

test('does not follow redirects', async () => {
  const url = await serve((_request, response) =>
    response.writeHead(307, { location: '/x' }).end(),
  );
  expect(await open(url).api.get('/predict/')).toMatchObject({
    status: 307,
    headers: { location: '/x' },
  });
});

test.each<[string, RequestListener]>([
  ['no answer', () => {}],
  ['an answer that never ends', (_request, response) => response.writeHead(200).write('x')],
])('%s hits the deadline', async (_name, listener) => {
  const { api, exchanges } = open(await serve(listener), 120);
  const message = 'GET / was not answered within 0.12 seconds.';
  await expect(api.get('/')).rejects.toMatchObject({ isDeadline: true, message });
  expect(exchanges).toMatchObject([{ failure: message }]);
});

test('an endless flood is cut off', async () => {
  const url = await serve((_request, response) => {
    const write = () => {
      while (response.write(Buffer.alloc(65_536)));
      response.once('drain', write);
    };
    write();
  });
  await expect(open(url).api.get('/')).rejects.toThrow('the reply is longer than 1 MiB');
});

test('a reply without an end is read as far as it is asked for', async () => {
  let closed = 0;
  const url = await serve((request, response) => {
    response.once('close', () => closed++);
    response.writeHead(200, { 'content-type': 'text/plain' });
    if (request.url === '/short') response.end('1\n2\n');
    else for (let line = 1; line <= 50; line++) response.write(`${line}\n`);
  });
  const { api, exchanges } = open(url);
  const ask = (path: string) => api.send({ method: 'GET', path, stopAfterLines: 3 });
  expect(await ask('/')).toMatchObject({ status: 200, body: '1\n2\n3\n' });
  expect(await ask('/short')).toMatchObject({ status: 200, body: '1\n2\n' });
  expect(exchanges.map(({ request }) => request)).toEqual([
    { method: 'GET', path: '/', headers: {} },
    { method: 'GET', path: '/short', headers: {} },
  ]);
  await vi.waitFor(() => expect(closed).toBe(2));
});

test('a connection that is cut, and one that is refused', async () => {
  const url = await serve((request) => void request.socket.destroy());
  await expect(open(url).api.get('/')).rejects.toThrow(
    'GET /: the server closed the connection without an answer.',
  );
  const cut = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('x', () => response.destroy());
  });
  await expect(open(cut).api.get('/')).rejects.toThrow('closed in the middle of the reply');
  await expect(open('http://127.0.0.1:9').api.get('/')).rejects.toThrow(
    'the connection was refused',
  );
});

test('what is no HTTP is said so', async () => {
  const server = createSocketServer((socket) => socket.end('hello\n')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await expect(open(`http://127.0.0.1:${port}`).api.get('/')).rejects.toThrow(
    'not a valid HTTP reply',
  );
});
