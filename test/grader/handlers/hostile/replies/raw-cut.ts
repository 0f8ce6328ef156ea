// verdict: failed
// says: in the middle of the reply
import type { IncomingMessage } from 'node:http';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  env.incoming.socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 90\r\n\r\n{"feature1"');
  return new Promise(() => {});
};
