// rejected-by: names-the-kind-in-loc
// mistake: A plain union, which says of every misfit that the whole body is wrong.
import { Hono } from 'hono';
import { z } from 'zod';

const Deposit = z.object({ kind: z.literal('deposit'), amount: z.number() });

const Transfer = z.object({ kind: z.literal('transfer'), amount: z.number(), to: z.string() });

const Close = z.object({
  kind: z.literal('close'),
  reason: z.string().nullable().default(null),
});

const Movement = z.union([Deposit, Transfer, Close]);
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

/** An issue in FastAPI's words: the kind is a step on the way to what is wrong. */
function toEntry(issue: z.core.$ZodIssue, kind: unknown) {
  if (issue.code === 'invalid_union') {
    const type = kind === undefined ? 'union_tag_not_found' : 'union_tag_invalid';
    return { type, loc: ['body'] };
  }
  const type = issue.input === undefined ? 'missing' : 'value_error';
  return { type, loc: ['body', kind, ...issue.path] };
}

const app = new Hono();

app.post('/movements', async (c) => {
  const body = await c.req.json();
  const result = Movement.safeParse(body, { reportInput: true });
  if (result.success) return c.json(settle(result.data));
  const detail = result.error.issues.map((issue) => toEntry(issue, body?.kind));
  return c.json({ detail }, 422);
});

export default app;
