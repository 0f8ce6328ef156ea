// right: It is no Hono app at all, only a function from a request to a response.
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });

export default async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (request.method !== 'POST' || pathname !== '/predict') {
    return new Response('Not Found', { status: 404 });
  }
  const result = Input.safeParse(await request.json().catch(() => undefined));
  if (!result.success) return new Response('Bad Request', { status: 400 });
  return Response.json(result.data);
}
