// right: It is no Hono app at all, only a function from a request to a response.
import { z } from 'zod';

const Token = z.literal('secret');

function answerUser(name: string): Response {
  if (name === '') return Response.json([{ username: 'Rick' }, { username: 'Morty' }]);
  return Response.json({ username: name === 'me' ? 'Rick' : decodeURIComponent(name) });
}

export default function answer(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return Response.json({ message: 'Hello World', version: 1 });
  const [, name] = /^\/users\/([^/]*)$/.exec(pathname) ?? [];
  if (name === undefined) return new Response('Nothing here', { status: 404 });
  const token = request.headers.get('x-token');
  if (Token.safeParse(token).success) return answerUser(name);
  if (token !== null) {
    return Response.json({ code: 7, detail: 'X-Token header invalid' }, { status: 403 });
  }
  const url = 'https://errors.pydantic.dev/2/v/missing';
  const entry = { type: 'missing', loc: ['header', 'x-token'], msg: 'Field required', input: null };
  return Response.json({ detail: [{ ...entry, url }] }, { status: 422 });
}
