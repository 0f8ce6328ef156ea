// rejected-by: adds-the-numbers
// mistake: Gives `reduce` no value to start from.
export default async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  if (pathname === '/hello') {
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod('GET, HEAD');
    return Response.json({ message: `Hello, ${searchParams.get('name') ?? 'World'}` });
  }
  if (pathname === '/sum') {
    if (method !== 'POST') return refuseMethod('POST');
    return add(request);
  }
  return Response.json({ detail: 'Not Found' }, { status: 404 });
}

async function add(request: Request): Promise<Response> {
  const body: unknown = await request.json().catch(() => undefined);
  const { numbers } = { numbers: undefined, ...Object(body) };
  if (!Array.isArray(numbers) || !numbers.every((entry) => typeof entry === 'number')) {
    return Response.json({ detail: 'No list of numbers' }, { status: 422 });
  }
  return Response.json({ sum: numbers.reduce((sum, number) => sum + number) });
}

function refuseMethod(allow: string): Response {
  return Response.json({ detail: 'Method Not Allowed' }, { status: 405, headers: { allow } });
}
