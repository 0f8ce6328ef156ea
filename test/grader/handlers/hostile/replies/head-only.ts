// verdict: stuck
// says: POST /predict was not answered
import type { ServerResponse } from 'node:http';

export default (_request: Request, env: { outgoing: ServerResponse }) => {
  env.outgoing.writeHead(200, { 'content-type': 'application/json' });
  env.outgoing.write('{');
  return new Promise(() => {});
};
