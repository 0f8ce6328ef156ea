import { serve } from '@hono/node-server';
import type { OpenAPIHono } from '@hono/zod-openapi';

/** Serves a lab on a free loopback port until `stop` is called. */
export function serveLab(app: OpenAPIHono): Promise<{ url: string; stop: () => Promise<void> }> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const stop = () => new Promise<void>((done) => server.close(() => done()));
      resolve({ url: `http://127.0.0.1:${port}`, stop });
    });
  });
}
