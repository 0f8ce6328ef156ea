import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { RunningServer, ServerEvent } from '../../src/model/server.ts';
import { maxBodyBytes } from '../../src/servers/child/guard-lab.ts';
import { startLab } from '../../src/servers/start-lab.ts';
import { descendants, hostFile } from './spawned.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-labs-test-'));
const serverFile = join(folder, 'server.ts');
writeFileSync(
  serverFile,
  `import { Hono } from 'hono';
const app = new Hono();
app.post('/predict', async (c) => c.json({ got: await c.req.json() }, 201, { 'x-one': '1' }));
app.get('/large', (c) => c.text('x'.repeat(100_000)));
export default app;
`,
);
const running: RunningServer[] = [];

async function start(options: { port?: number; preferredPort?: number }) {
  const result = await startLab({ serverFile, hostFile, ...options });
  if (result.kind === 'running') running.push(result.server);
  return result;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
  expect(descendants(), 'processes left').toEqual([]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('a busy preferred port moves on and says so; a busy explicit port is refused', async () => {
  const first = await start({ port: 0 });
  if (first.kind !== 'running') throw new Error(first.message);
  const { port } = first.server;
  const second = await start({ preferredPort: port });
  if (second.kind !== 'running') throw new Error(second.message);
  expect(second.server.port).not.toBe(port);
  expect(second.server.portNote).toBe(
    `Port ${port} is taken, so it runs on ${second.server.port}.`,
  );
  expect(await start({ port })).toMatchObject({
    kind: 'port-taken',
    message: `Port ${port} is already taken.`,
  });
});

test('tells every exchange as it went over the wire', async () => {
  const result = await start({ port: 0 });
  if (result.kind !== 'running') throw new Error(result.message);
  const exchanges: Extract<ServerEvent, { kind: 'exchange' }>['exchange'][] = [];
  const two = new Promise<void>((resolve) => {
    result.server.onEvent((event) => {
      if (event.kind === 'exchange') exchanges.push(event.exchange);
      if (exchanges.length === 2) resolve();
    });
  });
  await fetch(`${result.server.url}/predict`, { method: 'POST', body: '{"a": 1}' });
  await (await fetch(`${result.server.url}/large?x=1`)).text();
  await two;
  expect(exchanges[0]).toMatchObject({
    request: { method: 'POST', path: '/predict', body: '{"a": 1}' },
    response: {
      status: 201,
      headers: { 'content-type': 'application/json', 'x-one': '1' },
      body: '{"got":{"a":1}}',
      json: { got: { a: 1 } },
    },
  });
  expect(exchanges[1]?.request.path).toBe('/large?x=1');
  expect(exchanges[1]?.response?.body).toHaveLength(20_000);
  expect(exchanges.map(({ response }) => response?.isCut)).toEqual([undefined, true]);
});

test('tells the last exchange also when it is stopped at once', async () => {
  const result = await start({ port: 0 });
  if (result.kind !== 'running') throw new Error(result.message);
  const paths: string[] = [];
  result.server.onEvent((event) => {
    if (event.kind === 'exchange') paths.push(event.exchange.request.path);
  });
  await (await fetch(`${result.server.url}/last`)).text();
  await result.server.stop();
  expect(paths).toEqual(['/last']);
});

/** Sends a request with headers that `fetch` would not let through. */
function send(url: string, headers: Record<string, string>, body?: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const sent = request(`${url}/predict`, { method: 'POST', headers, agent: false });
  sent.on('error', reject);
  sent.on('response', async (response) => {
    resolve(`${response.statusCode} ${await text(response)}`);
  });
  sent.end(body);
  return promise;
}

test('refuses other names for this machine, and bodies beyond 1 MiB', async () => {
  const result = await start({ port: 0 });
  if (result.kind !== 'running') throw new Error(result.message);
  const { url, port } = result.server;
  const json = '{"a": 1}';
  for (const host of ['localhost', `127.0.0.1:${port}`, `LOCALHOST:${port}`, '[::1]:80']) {
    expect(await send(url, { host }, json)).toBe('201 {"got":{"a":1}}');
  }
  for (const host of ['evil.test', `evil.test:${port}`, 'localhost.evil.test', '127.0.0.1.evil']) {
    expect(await send(url, { host }, json)).toBe('400 Invalid host header');
  }
  expect(await send(url, { 'content-length': '2000000' })).toMatch(/^413 The body is longer/);
  const chunked = { 'transfer-encoding': 'chunked' };
  expect(await send(url, chunked, json)).toBe('201 {"got":{"a":1}}');
  const long = JSON.stringify('x'.repeat(maxBodyBytes));
  expect(await send(url, chunked, long)).toBe('413 The body is longer than 1 MiB');
  expect(result.server.ended()).toBeUndefined();
});

test.each([
  {
    text: "throw new Error('ITEMS is abc in the environment.');",
    message: 'ITEMS is abc in the environment.',
    remedy: 'Correct it in your shell, or remove ITEMS there, and start api-labs again.',
  },
  {
    text: "throw new Error('BASE needs ITEMS beside it.');",
    message: 'BASE needs ITEMS beside it.',
    remedy: 'Correct it in your shell, or remove ITEMS there, and start api-labs again.',
  },
  {
    text: "throw new Error('MODEL has no weights.');",
    message: 'MODEL has no weights.',
    remedy:
      'That is no fault of yours. Install api-labs again; api-labs doctor looks for what else may be missing.',
  },
  {
    text: 'process.kill(process.pid, "SIGKILL");',
    message: 'The process of broken.ts ended by SIGKILL.',
    remedy: expect.stringMatching(/^That is no fault of yours\./),
  },
])('a lab that cannot start says why, and what to do: $message', async (broken) => {
  const { text: source, message, remedy } = broken;
  vi.stubEnv('ITEMS', 'abc');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  const file = join(folder, 'broken.ts');
  writeFileSync(file, `${source}\n`);
  expect(await startLab({ serverFile: file, hostFile, port: 0 })).toMatchObject({
    kind: 'broken',
    message: `The lab did not start: ${message}`,
    remedy,
  });
});

test('a lab that takes too long says so', async () => {
  const file = join(folder, 'endless.ts');
  writeFileSync(file, 'await new Promise((resolve) => setTimeout(resolve, 60_000));\n');
  expect(await startLab({ serverFile: file, hostFile, port: 0, deadlineMs: 500 })).toMatchObject({
    kind: 'stuck',
    message: 'The lab did not start within 0.5 seconds.',
    remedy: 'This computer may be busy with something else. Start the lab again.',
  });
});

test('runs a lifespan: its start before the first request, its end after the last reply', async () => {
  const file = join(folder, 'lifespan.ts');
  writeFileSync(
    file,
    `const log = [];
const lifespan = {
  startup: async () => { log.push('started'); },
  shutdown: async () => { console.log('after', log.join(' and ')); },
};
const fetch = async (request) => {
  const text = await request.text();
  log.push('answered');
  return new Response(log[0] + ', got ' + text);
};
export default { fetch, lifespan };
`,
  );
  const result = await startLab({ serverFile: file, hostFile, port: 0 });
  if (result.kind !== 'running') throw new Error(result.message);
  // The server has half of the body when it is stopped.
  const sent = request(result.server.url, {
    method: 'POST',
    headers: { 'content-length': '10', expect: '100-continue' },
    agent: false,
  });
  sent.flushHeaders();
  const [reply] = await Promise.all([
    once(sent, 'response').then(([response]) => text(response)),
    once(sent, 'continue').then(async () => {
      sent.write('first');
      const stopped = result.server.stop();
      sent.end(' half');
      await stopped;
    }),
  ]);
  expect(reply).toBe('started, got first half');
  expect(result.server.output()).toBe('after started and answered\n');
});

test('a lifespan that cannot start is no running lab', async () => {
  const file = join(folder, 'no-model.ts');
  writeFileSync(
    file,
    `const startup = async () => { throw new Error('There is no model.'); };
export default { fetch: () => new Response(), lifespan: { startup, shutdown: async () => {} } };
`,
  );
  expect(await startLab({ serverFile: file, hostFile, port: 0 })).toMatchObject({
    kind: 'broken',
    message: expect.stringMatching(/^The lab did not start: .*There is no model\./),
  });
});
