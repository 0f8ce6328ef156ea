// right: A class with a state of its own, and a middleware in front of the route.
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
type State = { name: 'closed'; failures: number } | { name: 'open'; untilMs: number };

class Breaker {
  private state: State = { name: 'closed', failures: 0 };

  get leftMs(): number {
    return this.state.name === 'open' ? this.state.untilMs - nowMs : 0;
  }

  async call<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work();
      this.state = { name: 'closed', failures: 0 };
      return result;
    } catch (error) {
      const failures = this.state.name === 'closed' ? this.state.failures + 1 : 3;
      this.state =
        failures < 3 ? { name: 'closed', failures } : { name: 'open', untilMs: nowMs + 10_000 };
      throw error;
    }
  }
}

const breaker = new Breaker();

app.use('/price', async (c, next) => {
  if (breaker.leftMs <= 0) return next();
  c.header('retry-after', `${Math.trunc((breaker.leftMs + 999) / 1000)}`);
  return c.text('Come back later', 503);
});

app.get('/price', async (c) => c.json({ price: await breaker.call(fetchPrice), currency: 'EUR' }));

app.onError((error, c) => c.text(error.message, 502));

export default app;
