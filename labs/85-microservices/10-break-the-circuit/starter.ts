import { Hono } from 'hono';

const app = new Hono();

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

app.get('/price', async (c) => {
  // Put a circuit breaker around this call. The time is nowMs.
  const price = await fetchPrice();
  return c.json({ price });
});

export default app;
