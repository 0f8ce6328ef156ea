import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { type Every, isPingable, keepAlive } from '../../../labs/95-realtime/parts/heartbeat.ts';

/** A clock that moves when the test says so. */
function handClock() {
  const running = new Set<() => void>();
  const every: Every = (_ms, run) => {
    running.add(run);
    return () => running.delete(run);
  };
  return { every, running, tick: () => [...running].map((run) => run()) };
}

async function connectPair(autoPong: boolean): Promise<{ client: WebSocket; peer: WebSocket }> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const client = new WebSocket(`ws://127.0.0.1:${port}`, { autoPong });
  const [[peer]] = await Promise.all([once(sockets, 'connection'), once(client, 'open')]);
  onTestFinished(() => {
    client.terminate();
    server.close();
  });
  if (!isPingable(peer)) throw new Error('That is no WebSocket.');
  return { client, peer };
}

test('a peer that answers stays', async () => {
  const { client, peer } = await connectPair(true);
  const { every, tick } = handClock();
  keepAlive(peer, every);
  for (let round = 0; round < 3; round++) {
    const answered = once(peer, 'pong');
    tick();
    await answered;
  }
  expect([client.readyState, peer.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN]);
});

test('a peer that is silent is ended at the next ping, and its clock stops', async () => {
  const { client, peer } = await connectPair(false);
  const { every, tick, running } = handClock();
  keepAlive(peer, every);
  const pinged = once(client, 'ping');
  tick();
  await pinged;
  expect(client.readyState).toBe(WebSocket.OPEN);
  const closed = Promise.all([once(client, 'close'), once(peer, 'close')]);
  tick();
  const [[code, reason]] = await closed;
  expect([code, String(reason)]).toEqual([1011, 'keepalive ping timeout']);
  expect(running.size).toBe(0);
});

test('a peer that leaves by itself takes its clock with it', async () => {
  const { client, peer } = await connectPair(true);
  const { every, running } = handClock();
  keepAlive(peer, every);
  const closed = once(peer, 'close');
  client.close();
  await closed;
  expect(running.size).toBe(0);
});
