// verdict: failed
// says: 101 Switching Protocols
import type { IncomingMessage } from 'node:http';

export default (_request: Request, env: { incoming: IncomingMessage }) => {
  env.incoming.socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n');
  return new Promise(() => {});
};
