import { AsyncResource } from 'node:async_hooks';
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import type { WebSocketServer } from 'ws';
import type { Fetch } from './default-export.ts';

/** A longer message closes its socket with 1009: one client must not fill the memory. */
export const maxMessageBytes = 1024 * 1024;

const isWebSocket = ({ headers }: IncomingMessage) =>
  headers.upgrade?.toLowerCase() === 'websocket';

/** Other upgrades, such as curl's to HTTP/2, are answered as if nobody had asked for them. Newer Nodes know it. */
export const upgradeOptions = { shouldUpgradeCallback: isWebSocket } satisfies ServerOptions;

type Acceptor = { server: EventEmitter; sockets: WebSocketServer };

type Upgrades = { open: Set<Duplex>; acceptor?: Promise<Acceptor> };

const known = new WeakMap<Server, Upgrades>();

/** Lets a server take WebSockets. What they need is loaded with the first one: most servers never see any. */
export function acceptWebSockets(server: Server, fetch: Fetch): void {
  const upgrades: Upgrades = { open: new Set() };
  known.set(server, upgrades);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!isWebSocket(request)) {
      socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    upgrades.open.add(socket);
    socket.once('close', () => upgrades.open.delete(socket));
    // Until it is accepted nobody else listens, and an error that nobody hears ends the process.
    socket.on('error', () => {});
    upgrades.acceptor ??= createAcceptor(fetch);
    void upgrades.acceptor.then((to) => to.server.emit('upgrade', request, socket, head));
  });
}

/** Ends all sockets, with the code that Uvicorn gives when it is stopped: an open one keeps its server from closing. */
export async function closeWebSockets(server: Server): Promise<void> {
  const { open, acceptor } = known.get(server) ?? {};
  for (const socket of (await acceptor)?.sockets.clients ?? []) socket.close(1012);
  for (const socket of open ?? []) socket.destroy();
}

/** A server that never listens: upgrades are handed to it. */
async function createAcceptor(fetch: Fetch): Promise<Acceptor> {
  const { WebSocketServer } = await import('ws');
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxMessageBytes });
  // What a listener throws or prints belongs to the request that opened the socket.
  sockets.on('connection', (socket) => {
    socket.emit = AsyncResource.bind(socket.emit);
  });
  const server = createAdaptorServer({
    fetch,
    overrideGlobalObjects: false,
    websocket: { server: sockets },
  });
  return { server, sockets };
}
