// verdict: failed
// says: the body: expected
import { connect } from 'node:net';

const sockets: unknown[] = [];
export default (request: Request) => {
  const port = Number(new URL(request.url).port);
  for (let n = 0; n < 50; n++) sockets.push(connect(port, '127.0.0.1').on('error', () => {}));
  return Response.json({ feature1: 0 });
};
