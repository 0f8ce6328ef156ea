let count = 0;

export default async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url);
  if (pathname === '/missing') return Response.json({ detail: 'Not Found' }, { status: 404 });
  count += 1;
  return Response.json({ count, path: `${pathname}${search}`, sent: await request.text() });
};
