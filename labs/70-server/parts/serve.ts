// The lab as a process of its own, as `uvicorn main:app` serves the twin: `node parts/serve.ts [port]`.
import { serve } from '@hono/node-server';
import app from '../server.ts';

const port = Number(process.argv[2] ?? 8000);

// #region serve
await app.lifespan.startup();
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, (address) => {
  console.log(`Running on http://127.0.0.1:${address.port}`);
});
// #endregion

// #region shutdown
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

function stop(): void {
  if (!server.listening) return;
  // Refuses new connections, closes idle ones, and calls back when the last request in flight has its reply.
  server.close(async () => {
    await app.lifespan.shutdown();
    process.exit();
  });
}
// #endregion
