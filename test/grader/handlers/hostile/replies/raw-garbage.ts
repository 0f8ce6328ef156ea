// verdict: failed
// says: not a valid HTTP reply
import type { IncomingMessage } from 'node:http';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  env.incoming.socket.end('this is no HTTP\r\n\r\n');
  return Response.json({});
};
