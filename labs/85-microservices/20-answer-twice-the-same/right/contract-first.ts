// right: @hono/zod-openapi, where the header and the body are in the contract, and a hash stands for the payment.
import { createHash } from 'node:crypto';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

let calls = 0;

function charge({ amount, to }: { amount: number; to: string }) {
  calls += 1;
  if (amount > 1000) return { status: 402, json: { detail: 'Declined' } } as const;
  return { status: 201, json: { payment_id: calls, amount, to } } as const;
}

const app = new OpenAPIHono({
  defaultHook: (result, c) => (result.success ? undefined : c.json({ detail: result.error }, 422)),
});

const Payment = z.object({ amount: z.number().gt(0), to: z.string() });
const pay = createRoute({
  method: 'post',
  path: '/payments',
  request: {
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: { content: { 'application/json': { schema: Payment } }, required: true },
  },
  responses: { 201: { description: 'Paid' }, 402: { description: 'Declined' } },
});

const replies = new Map<string, ReturnType<typeof charge>>();
const owners = new Map<string, string>();

app.openapi(pay, (c) => {
  const { amount, to } = c.req.valid('json');
  const { 'idempotency-key': key } = c.req.valid('header');
  const hash = createHash('sha256')
    .update(JSON.stringify([amount, to]))
    .digest('hex');
  const owner = owners.get(key ?? '');
  if (key !== undefined && owner !== undefined && owner !== hash) {
    return c.json({ title: 'Key reused', status: 422 }, 422);
  }
  const { json, status } = (key && replies.get(key)) || charge({ amount, to });
  if (key !== undefined) {
    owners.set(key, hash);
    replies.set(key, { json, status } as ReturnType<typeof charge>);
  }
  return c.json(json, status);
});

app.get('/bank', (c) => c.json({ calls, replies: replies.size }));

export default app;
