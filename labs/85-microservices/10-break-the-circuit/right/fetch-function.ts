// right: No Hono app at all; the failures are kept as a list of times.
let isFailing = false;
let price = 1;
let calls = 0;
let nowMs = 0;
let failedAt: number[] = [];

async function fetchPrice(): Promise<number> {
  calls += 1;
  if (isFailing) throw new Error('The other service failed');
  return price;
}

async function answerPrice(): Promise<Response> {
  const [, , third] = failedAt.slice(-3);
  const leftMs = third === undefined ? 0 : third + 10_000 - nowMs;
  if (leftMs > 0) {
    const headers = { 'Retry-After': (Math.floor((leftMs - 1) / 1000) + 1).toString() };
    return new Response(null, { status: 503, headers });
  }
  return fetchPrice().then(
    (found) => {
      failedAt = [];
      return Response.json({ price: found });
    },
    () => {
      failedAt.push(nowMs);
      return Response.json({ title: 'Bad Gateway', status: 502 }, { status: 502 });
    },
  );
}

export default async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  switch (`${request.method} ${pathname}`) {
    case 'GET /price':
      return answerPrice();
    case 'GET /upstream':
      return Response.json({ calls, isFailing });
    case 'PUT /upstream': {
      const change: { isFailing?: boolean; price?: number } = Object(await request.json());
      isFailing = change.isFailing ?? isFailing;
      price = change.price ?? price;
      return new Response(null, { status: 204 });
    }
    case 'POST /clock':
      nowMs += Number(Object(await request.json()).advance_ms);
      return new Response(null, { status: 204 });
    default:
      return new Response(null, { status: 404 });
  }
}
