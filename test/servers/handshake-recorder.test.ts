import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { recordHandshake } from '../../src/servers/child/handshake-recorder.ts';

function record(): { socket: Socket; recorded: Exchange[] } {
  const socket = new Socket();
  const request = new IncomingMessage(socket);
  Object.assign(request, { method: 'GET', url: '/ws?a=1' });
  request.headers.upgrade = 'websocket';
  const recorded: Exchange[] = [];
  recordHandshake(request, socket, (exchange) => recorded.push(exchange));
  return { socket, recorded };
}

test('the first text that goes out is the reply, and nothing after it', () => {
  const { socket, recorded } = record();
  socket.on('error', () => {});
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nX-One: a:b\r\n\r\n');
  socket.write('HTTP/1.1 500 no head of a reply any more\r\n\r\n');
  socket.destroy();
  expect(recorded).toMatchObject([
    {
      request: { method: 'GET', path: '/ws?a=1', headers: { upgrade: 'websocket' } },
      response: { status: 101, headers: { upgrade: 'websocket', 'x-one': 'a:b' }, body: '' },
    },
  ]);
});

test('a connection that is closed without a reply is a failure', async () => {
  const { socket, recorded } = record();
  socket.destroy();
  await expect
    .poll(() => recorded)
    .toMatchObject([{ failure: 'The connection was closed before the handshake was complete.' }]);
  expect(recorded[0]?.response).toBeUndefined();
});
