// right: CommonJS, a function around the route's own, and only the newest thousand keys.
const { Hono } = require('hono');

const app = new Hono();
let calls = 0;

function charge({ amount, to }) {
  calls += 1;
  if (amount > 1000) return [{ detail: 'Declined' }, 402];
  return [{ payment_id: calls, amount, to }, 201];
}

app.get('/bank', (c) => c.json({ calls }));

function once(work) {
  const kept = new Map();
  return (key, payment) => {
    if (!key) return work(payment);
    const [known, reply] = kept.get(key) ?? [];
    if (known !== undefined) {
      const isSame = ['amount', 'to'].every((name) => known[name] === payment[name]);
      return isSame ? reply : [{ detail: [{ type: 'key_reused' }] }, 422];
    }
    kept.set(key, [payment, work(payment)]);
    if (kept.size > 1000) kept.delete(kept.keys().next().value);
    return kept.get(key)[1];
  };
}

const chargeOnce = once(charge);

app.post('/payments', async (c) => {
  const payment = await c.req.json().catch(() => ({}));
  const isPayment = payment.amount > 0 && typeof payment.to === 'string';
  if (!isPayment) return c.json({ detail: 'No payment' }, 422);
  return c.json(...chargeOnce(c.req.header('Idempotency-Key'), payment));
});

module.exports = app;
