// rejected-by: tells-keys-apart
// mistake: Takes small and capital letters of a key for the same.
import { Hono } from 'hono';
import { z } from 'zod';

const app = new Hono();

// The bank: leave it as it is.
let calls = 0;

function charge({ amount, to }: Payment) {
  calls += 1;
  if (amount > 1000) return { status: 402, json: { detail: 'Declined' } } as const;
  return { status: 201, json: { payment_id: calls, amount, to } } as const;
}

app.get('/bank', (c) => c.json({ calls }));

type Payment = z.infer<typeof Payment>;
const Payment = z.object({ amount: z.number().positive(), to: z.string() });

const kept = new Map<string, { payment: Payment; reply: ReturnType<typeof charge> }>();

app.post('/payments', async (c) => {
  const result = Payment.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const payment = result.data;
  const key = c.req.header('idempotency-key')?.toLowerCase();
  const first = key === undefined ? undefined : kept.get(key);
  if (first !== undefined) {
    const isSame = first.payment.amount === payment.amount && first.payment.to === payment.to;
    if (!isSame) return c.json({ detail: 'This key belongs to another payment' }, 422);
    return c.json(first.reply.json, first.reply.status);
  }
  const reply = charge(payment);
  if (key !== undefined) kept.set(key, { payment, reply });
  return c.json(reply.json, reply.status);
});

export default app;
