// right: CommonJS, a breaker made by a function, JSON written with spaces; more is done when it opens.
const { Hono } = require('hono');

const app = new Hono();

// The other service and the clock: leave all of this as it is.
const upstream = { isFailing: false, price: 12.5, calls: 0 };
let nowMs = 0;

async function fetchPrice() {
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
function createBreaker(call) {
  let failures = 0;
  let sleepsUntilMs = 0;
  const secondsLeft = () => Math.ceil(Math.max(0, sleepsUntilMs - nowMs) / 1000);
  const fail = () => {
    if (++failures < 3) return;
    sleepsUntilMs = nowMs + 10 * 1000;
    failures = 2; // The next one, the trial, opens it again by itself.
  };
  return {
    secondsLeft,
    run: () =>
      call().then(
        (result) => {
          failures = 0;
          return result;
        },
        (error) => {
          fail();
          throw error;
        },
      ),
  };
}

const breaker = createBreaker(fetchPrice);

app.get('/price', async (c) => {
  const seconds = breaker.secondsLeft();
  if (seconds > 0) return c.body('', 503, { 'RETRY-AFTER': String(seconds), 'X-Breaker': 'open' });
  try {
    const text = JSON.stringify({ of: 'apples', price: await breaker.run() }, null, 2);
    return c.body(`${text}\n`, 200, { 'Content-Type': 'Application/JSON; charset=utf-8' });
  } catch (error) {
    return c.json({ detail: String(error) }, 502);
  }
});

module.exports = app;
