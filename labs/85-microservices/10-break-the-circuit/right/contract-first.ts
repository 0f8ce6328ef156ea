// right: @hono/zod-openapi for the price, an HTTPException for the 503, and a look at the breaker as a route of its own.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';

const app = new OpenAPIHono();

// The other service and the clock: leave all of this as it is.
const upstream = { isFailing: false, price: 12.5, calls: 0 };
let nowMs = 0;

async function fetchPrice(): Promise<number> {
  upstream.calls += 1;
  if (upstream.isFailing) throw new Error('The other service failed');
  return upstream.price;
}

app.get('/upstream', (c) => c.json({ calls: upstream.calls, now_ms: nowMs }));

app.put('/upstream', async (c) => {
  Object.assign(upstream, await c.req.json());
  return c.body(null, 204);
});

app.post('/clock', async (c) => {
  const { advance_ms } = await c.req.json();
  nowMs += advance_ms;
  return c.body(null, 204);
});
const Price = z.object({ price: z.number() });
const readPrice = createRoute({
  method: 'get',
  path: '/price',
  responses: {
    200: { description: 'The price', content: { 'application/json': { schema: Price } } },
    502: { description: 'It failed' },
    503: { description: 'It was not asked' },
  },
});

let row = 0;
let openedAtMs = Number.NEGATIVE_INFINITY;

app.get('/breaker', (c) => c.json({ row }));

app.openapi(readPrice, async (c) => {
  const passedMs = nowMs - openedAtMs;
  if (passedMs < 10_000) {
    const seconds = 10 - Math.floor(passedMs / 1000);
    const res = new Response('Open', { status: 503, headers: { 'Retry-After': `${seconds}` } });
    throw new HTTPException(503, { res });
  }
  const price = await fetchPrice().catch(() => undefined);
  row = price === undefined ? row + 1 : 0;
  if (price !== undefined) return c.json({ price }, 200);
  if (row > 2) openedAtMs = nowMs;
  return c.body(null, 502);
});

export default app;
