// verdict: failed
// says: Invalid status code: 99
import type { ServerResponse } from 'node:http';

export default (_request: Request, env: { outgoing: ServerResponse }) => {
  env.outgoing.writeHead(99);
  return Response.json({});
};
