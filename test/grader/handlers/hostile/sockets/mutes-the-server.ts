// verdict: stuck
// says: POST /predict was not answered
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:net';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  const { server } = env.incoming.socket as unknown as { server: Server };
  server.removeAllListeners('request');
  return new Promise(() => {});
};
