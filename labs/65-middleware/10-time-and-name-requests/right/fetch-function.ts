// right: By hand around a fetch function, with errors caught and the id in one more header.
type Fetch = (request: Request) => Promise<Response>;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const answer: Fetch = async (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/') return Response.json({ message: 'Hello World' });
  if (pathname === '/boom') throw new Error('boom');
  if (pathname !== '/slow') return Response.json({ detail: 'Not Found' }, { status: 404 });
  await wait(100);
  return Response.json({ message: 'Done' });
};

let count = 0;

function timeAndName(next: Fetch): Fetch {
  return async (request) => {
    const startedAt = process.hrtime.bigint();
    const given = request.headers.get('x-request-id') ?? '';
    const id = /[^\w-]/.test(given) || given.length > 64 || !given ? `r${++count}` : given;
    const reply = await next(request).catch(() => new Response('sorry', { status: 500 }));
    const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
    const headers = new Headers(reply.headers);
    headers.set('X-Process-Time', seconds.toExponential());
    headers.set('X-Request-ID', id);
    headers.set('X-Correlation-ID', id);
    return new Response(reply.body, { status: reply.status, headers });
  };
}

export default timeAndName(answer);
