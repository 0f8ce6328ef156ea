import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Exchange, Reply } from '../../model/exchange.ts';
import { plainHeaders } from './plain-headers.ts';
import { traceRequest } from './trace-request.ts';

/** Records how the server answered to a handshake; what goes over an open WebSocket is no exchange. */
export function recordHandshake(
  request: IncomingMessage,
  socket: Duplex,
  onDone: (exchange: Exchange) => void,
): void {
  const trace = traceRequest(request);
  const { write, end } = socket;
  const finish = (outcome: Pick<Exchange, 'response' | 'failure'>) => {
    Object.assign(socket, { write, end });
    socket.off('close', onClose);
    const { method = 'GET', url = '/' } = request;
    const headers = plainHeaders(Object.entries(request.headers));
    onDone({ request: { method, path: url, headers }, ...trace(), ...outcome });
  };
  const onClose = () =>
    finish({ failure: 'The connection was closed before the handshake was complete.' });
  socket.once('close', onClose);
  const answerBy = (send: typeof write | typeof end) =>
    function (this: Duplex, ...parts: unknown[]) {
      finish({ response: readHead(String(parts[0])) });
      return Reflect.apply(send, this, parts);
    };
  Object.assign(socket, { write: answerBy(write), end: answerBy(end) });
}

/** A reply without a body, from the text that went over the wire. */
function readHead(text: string): Reply {
  const [first = '', ...lines] = text.split('\r\n');
  const headers = lines.flatMap((line): [string, unknown][] => {
    const colon = line.indexOf(':');
    return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
  });
  return { status: Number(first.split(' ')[1]), headers: plainHeaders(headers), body: '' };
}
