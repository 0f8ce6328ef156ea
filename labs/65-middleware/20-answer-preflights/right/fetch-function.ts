// right: A fetch function with the CORS rules around it.
const pages: (string | null)[] = ['https://shop.example', 'http://localhost:3000'];

async function answer(request: Request): Promise<Response> {
  if (new URL(request.url).pathname !== '/orders') return new Response('not here', { status: 404 });
  if (request.headers.get('x-token') !== 'secret') {
    return Response.json({ detail: 'Not authenticated' }, { status: 401 });
  }
  if (request.method === 'GET') return Response.json([{ id: 1, item: 'Lamp' }]);
  if (request.method !== 'POST') return new Response(null, { status: 405 });
  const { item }: { item?: string } = Object(await request.json());
  return Response.json({ id: 2, item }, { status: 201 });
}

export default {
  async fetch(request: Request): Promise<Response> {
    const isOptions = request.method === 'OPTIONS';
    const reply = isOptions ? new Response(null, { status: 204 }) : await answer(request);
    reply.headers.set('Vary', 'Origin');
    const origin = request.headers.get('origin');
    if (!pages.includes(origin)) return reply;
    reply.headers.set('Access-Control-Allow-Origin', origin ?? '');
    reply.headers.set('Access-Control-Allow-Credentials', 'true');
    if (!isOptions) return reply;
    reply.headers.set('Access-Control-Allow-Methods', 'GET,POST');
    reply.headers.set('Access-Control-Allow-Headers', 'x-token,content-type');
    return reply;
  },
};
