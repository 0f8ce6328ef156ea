// verdict: broken
// says: ended with exit code 0 while it was graded
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:net';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  const { server } = env.incoming.socket as unknown as { server: Server };
  server.close();
  return Response.json({});
};
