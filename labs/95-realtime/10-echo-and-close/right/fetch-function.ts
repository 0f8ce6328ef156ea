// right: A function from a request to a response, which hands on what its server gives it beside the request.
import { upgradeWebSocket } from '@hono/node-server';
import { Hono } from 'hono';

const sockets = new Hono().all('*', (c) =>
  upgradeWebSocket(c, {
    onMessage: ({ data }, ws) => {
      if (typeof data !== 'string') return ws.close(1003);
      if ([...data].length > 20) return ws.close(1009, 'too long');
      ws.send('echo: '.concat(data));
    },
  }),
);

export default function answer(request: Request, env: object) {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== '/ws') return new Response('Nothing here', { status: 404 });
  if (searchParams.get('token') !== 'secret') return new Response(null, { status: 403 });
  if (request.headers.get('upgrade') === null) return new Response(null, { status: 426 });
  return sockets.fetch(request, env);
}
