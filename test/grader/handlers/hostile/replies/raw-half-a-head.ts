// verdict: failed
// says: the
import type { IncomingMessage } from 'node:http';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  env.incoming.socket.end('HTTP/1.1 200 OK\r\ncontent-ty');
  return new Promise(() => {});
};
