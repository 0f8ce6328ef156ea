// verdict: failed
// says: closed the connection without an answer
import type { IncomingMessage } from 'node:http';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  env.incoming.socket.destroy();
  return Response.json({});
};
