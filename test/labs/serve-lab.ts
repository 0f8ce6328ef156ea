import type { OpenAPIHono } from '@hono/zod-openapi';
import { createFetchServer, listenOn } from '../../src/servers/child/listen.ts';
import { closeWebSockets } from '../../src/servers/child/web-sockets.ts';

/** Serves a lab on a free loopback port until `stop` is called, which waits for no client. */
export async function serveLab(
  app: OpenAPIHono,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createFetchServer((request, env) => app.fetch(request, Object(env)));
  const port = await listenOn(server, 0, false);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      await closeWebSockets(server);
      server.closeAllConnections();
      await closed;
    },
  };
}
