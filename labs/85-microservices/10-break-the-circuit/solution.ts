import { Hono } from 'hono';

const app = new Hono();

// #region given
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
// #endregion

// #region breaker
const threshold = 3;
const openMs = 10_000;
let failures = 0;
let openUntilMs = 0;

app.get('/price', async (c) => {
  const leftMs = openUntilMs - nowMs;
  if (leftMs > 0) {
    const retryAfter = String(Math.ceil(leftMs / 1000));
    return c.json({ detail: 'Try again later' }, 503, { 'Retry-After': retryAfter });
  }
  try {
    const price = await fetchPrice();
    failures = 0;
    return c.json({ price });
  } catch {
    failures += 1;
    // After a trial that failed there are more than three.
    if (failures >= threshold) openUntilMs = nowMs + openMs;
    return c.json({ detail: 'The other service failed' }, 502);
  }
});
// #endregion

export default app;
