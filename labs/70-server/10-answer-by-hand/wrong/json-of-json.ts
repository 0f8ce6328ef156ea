// rejected-by: greets-by-the-query
// mistake: Writes the greeting as JSON twice.
export default async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const { method } = request;
  if (pathname === '/hello') {
    if (method !== 'GET' && method !== 'HEAD') return refuseMethod('GET, HEAD');
    const message = `Hello, ${searchParams.get('name') ?? 'World'}`;
    return Response.json(JSON.stringify({ message }));
  }
  if (pathname === '/sum') {
    if (method !== 'POST') return refuseMethod('POST');
    return add(request);
  }
  return new Response(null, { status: 404 });
}

function refuseMethod(allow: string): Response {
  return new Response(null, { status: 405, headers: { allow } });
}

async function add(request: Request): Promise<Response> {
  const body: unknown = await request.json().catch(() => undefined);
  const { numbers } = Object(body);
  if (!isListOfNumbers(numbers)) return new Response(null, { status: 422 });
  return Response.json({ sum: numbers.reduce((sum, number) => sum + number, 0) });
}

function isListOfNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'number');
}
