// right: It is no Hono app at all, only a function from a request to a response.
export default function answer(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return Response.json({ message: 'Hello World' });
  const [, name] = /^\/hello\/([^/]+)$/.exec(pathname) ?? [];
  if (name === undefined) return Response.json({ detail: 'Not Found' }, { status: 404 });
  return Response.json({ message: `Hello, ${decodeURIComponent(name)}` });
}
