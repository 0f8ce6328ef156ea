// right: A middleware that knows nothing of payments keeps whole responses by key and by what the JSON says.
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

const replies = new Map<string, { print: string; reply: Response }>();

const print = (body: unknown): string =>
  JSON.stringify(Object.entries(Object(body)).toSorted(([one], [other]) => (one < other ? -1 : 1)));

app.use('/payments', async (c, next) => {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return next();
  const body = print(await c.req.json().catch(() => null));
  const known = replies.get(key);
  if (known === undefined) {
    await next();
    if (c.res.status !== 422) replies.set(key, { print: body, reply: c.res.clone() });
    return;
  }
  if (known.print !== body) return c.text('Another payment', 422);
  const reply = known.reply.clone();
  reply.headers.set('idempotent-replayed', 'true');
  return reply;
});

app.post('/payments', async (c) => {
  const result = Payment.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.text('No payment', 422);
  const { json, status } = charge(result.data);
  return c.json({ ...json, at: Date.now() }, status);
});

export default app;
