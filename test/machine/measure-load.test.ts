import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { measureLoad } from '../../src/machine/measure-load.ts';

async function serve() {
  let answered = 0;
  const server = createServer((_request, response) => {
    answered += 1;
    response.end('{}');
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, answered: () => answered };
}

const request = { method: 'GET', path: '/', headers: {} };

test('tells of every reply, little by little', async () => {
  const server = await serve();
  const samples: [number, number][] = [];
  const figures = await measureLoad({
    url: server.url,
    request,
    connections: 2,
    durationMs: 500,
    onSample: (...sample) => samples.push(sample),
  });
  const [requests, durationMs] = samples.reduce(
    ([all, total], [count, ms]) => [all + count, total + ms],
    [0, 0],
  );
  expect(samples.length).toBeGreaterThan(1);
  expect(durationMs).toBeGreaterThanOrEqual(500);
  expect(requests).toBe(figures.requests);
  // What was on its way when the time was up is answered and not counted.
  expect(server.answered() - requests).toBeLessThanOrEqual(2);
  expect(figures.refused).toBe(0);
});

test('ends when nobody wants to know any more', async () => {
  const { url } = await serve();
  const ending = new AbortController();
  await measureLoad({
    url,
    request,
    connections: 1,
    durationMs: 60_000,
    signal: ending.signal,
    onSample: () => ending.abort(),
  });
});
