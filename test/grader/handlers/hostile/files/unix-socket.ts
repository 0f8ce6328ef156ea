// verdict: failed
// says: may not write files
import { createServer } from 'node:net';

export default async () => {
  const server = createServer();
  await new Promise((resolve, reject) => server.once('error', reject).listen(`${process.env.CANARY}/socket`, () => resolve(0)));
  return Response.json({});
};
