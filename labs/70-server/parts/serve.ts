// The lab as a process of its own, as `uvicorn main:app` serves the twin: `node parts/serve.ts [port]`.
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import app from '../server.ts';

const port = Number(process.argv[2] ?? 8000);

// #region serve
// Node's `http` is the server, the app is a function, and the listener between them makes a Request of what came.
const server = createServer(getRequestListener(app.fetch));

await app.lifespan.startup();
server.listen(port, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`Running on http://127.0.0.1:${address?.port}`);
});
// #endregion

// #region shutdown
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

function stop(): void {
  if (!server.listening) return;
  // No new connections from here on. It calls back when the last one is closed.
  server.close(async () => {
    await app.lifespan.shutdown();
    process.exit();
  });
  // Node would keep a connection open for seconds after its last reply.
  setInterval(() => server.closeIdleConnections(), 100);
}
// #endregion
