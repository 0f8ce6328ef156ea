import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Fetch } from './default-export.ts';
import { acceptWebSockets, upgradeOptions } from './web-sockets.ts';

const maxMoves = 50;

/** An HTTP server for a fetch function, which takes WebSockets too, not listening yet. */
export function createFetchServer(
  fetch: Fetch,
  options: { overrideGlobalObjects?: boolean } = {},
): Server {
  const server = createAdaptorServer({ fetch, serverOptions: upgradeOptions, ...options });
  if (!('requestTimeout' in server)) {
    throw new Error('No HTTP server could be made: something that Node itself uses was replaced.');
  }
  acceptWebSockets(server, fetch);
  return server;
}

/** Listens on loopback; the port it got, or undefined when the port is taken. */
export async function listenOn(
  server: Server,
  port: number,
  mayMove: boolean,
): Promise<number | undefined> {
  const last = mayMove ? Math.min(port + maxMoves, 65_535) : port;
  for (let attempt = port; attempt <= last; attempt++) {
    if (await tryPort(server, attempt)) return boundPort(server);
  }
  if (mayMove && (await tryPort(server, 0))) return boundPort(server);
  return undefined;
}

async function tryPort(server: Server, port: number): Promise<boolean> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    throw error;
  }
}

function boundPort(server: Server): number | undefined {
  const address = server.address();
  return typeof address === 'object' ? address?.port : undefined;
}
