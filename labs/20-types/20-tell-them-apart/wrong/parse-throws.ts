// rejected-by: names-an-unknown-kind
// mistake: Calls `parse`, which throws, and nobody catches it.
import { Hono } from 'hono';
import { z } from 'zod';

const Deposit = z.object({ kind: z.literal('deposit'), amount: z.number() });

const Transfer = z.object({ kind: z.literal('transfer'), amount: z.number(), to: z.string() });

const Close = z.object({
  kind: z.literal('close'),
  reason: z.string().nullable().default(null),
});

const Movement = z.discriminatedUnion('kind', [Deposit, Transfer, Close]);
type Movement = z.infer<typeof Movement>;

function settle(movement: Movement) {
  const { kind } = movement;
  switch (kind) {
    case 'deposit':
      return { kind, change: movement.amount };
    case 'transfer':
      return { kind, change: -movement.amount, to: movement.to };
    case 'close':
      return { kind, change: 0, reason: movement.reason };
    default:
      // A kind without a case of its own would not compile.
      return kind satisfies never;
  }
}

const app = new Hono();

app.post('/movements', async (c) => {
  return c.json(settle(Movement.parse(await c.req.json())));
});

export default app;
