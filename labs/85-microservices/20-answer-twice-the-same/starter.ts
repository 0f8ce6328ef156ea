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

app.post('/payments', async (c) => {
  const result = Payment.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  // Look here whether this key has been answered before, and keep the reply below.
  const reply = charge(result.data);
  return c.json(reply.json, reply.status);
});

export default app;
