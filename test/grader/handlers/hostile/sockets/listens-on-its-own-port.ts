// verdict: broken
// says: EADDRINUSE
import { createServer } from 'node:http';

export default async (request: Request) => {
  createServer().listen(Number(new URL(request.url).port), '127.0.0.1');
  await new Promise((resolve) => setTimeout(resolve, 500));
  return Response.json({});
};
