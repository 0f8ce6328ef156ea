// rejected-by: greets-by-the-query
// mistake: Reads a body at the top, also where there is none.
export default async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  const body: unknown = await request.json();
  if (pathname === '/hello') {
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod('GET, HEAD');
    return Response.json({ message: `Hello, ${searchParams.get('name') ?? 'World'}` });
  }
  if (pathname === '/sum') {
    if (method !== 'POST') return refuseMethod('POST');
    return add(body);
  }
  return Response.json({ detail: 'Not Found' }, { status: 404 });
}

function add(body: unknown): Response {
  const { numbers } = { numbers: undefined, ...Object(body) };
  if (!Array.isArray(numbers) || !numbers.every((entry) => typeof entry === 'number')) {
    return Response.json({ detail: 'No list of numbers' }, { status: 422 });
  }
  return Response.json({ sum: numbers.reduce((sum, number) => sum + number, 0) });
}

function refuseMethod(allow: string): Response {
  return Response.json({ detail: 'Method Not Allowed' }, { status: 405, headers: { allow } });
}
