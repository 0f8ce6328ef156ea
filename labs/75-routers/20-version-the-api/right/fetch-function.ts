// right: It is no Hono app at all, only a function from a request to a response.
export default function answer(request: Request): Response {
  const { pathname } = new URL(request.url);
  const [, version, name = ''] = /^\/v([12])\/greeting\/([^/]+)$/.exec(pathname) ?? [];
  const greeting = `Hello, ${decodeURIComponent(name)}`;
  if (version === '1') return Response.json({ message: greeting });
  if (version === '2') return Response.json({ text: greeting, lang: 'en' });
  return new Response(null, { status: 404 });
}
