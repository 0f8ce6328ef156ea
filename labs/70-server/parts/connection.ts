import type { Socket } from 'node:net';
import type { HttpBindings } from '@hono/node-server';

// #region connection
const requestsOn = new WeakMap<Socket, number>();

/** Which request on its connection this one is, counted when it is asked for. */
export function countOnConnection(env: object | undefined) {
  const { incoming }: Partial<HttpBindings> = { ...env };
  // Without a server, as in `app.request('/connection')`, there is no connection either.
  if (incoming === undefined) return { client: null, request: 1 };
  const request = (requestsOn.get(incoming.socket) ?? 0) + 1;
  requestsOn.set(incoming.socket, request);
  return { client: incoming.socket.remoteAddress ?? null, request };
}
// #endregion
