// verdict: failed
// says: the
import type { IncomingMessage } from 'node:http';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  const reply = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
  env.incoming.socket.write(reply + reply);
  return Response.json({});
};
