// right: A function that takes requests; a plain union, and the member of the kind is asked for its issues.
import { z } from 'zod';

const Deposit = z.looseObject({ kind: z.literal('deposit'), amount: z.number() });
const Transfer = z.looseObject({
  kind: z.literal('transfer'),
  amount: z.number(),
  to: z.string(),
});
const Close = z.looseObject({
  kind: z.literal('close'),
  reason: z.string().nullable().default(null),
});
const Movement = z.union([Deposit, Transfer, Close]);
type Movement = z.infer<typeof Movement>;

function settle(movement: Movement): object {
  switch (movement.kind) {
    case 'deposit':
      return { kind: movement.kind, change: movement.amount };
    case 'transfer':
      return { kind: movement.kind, change: -movement.amount, to: movement.to };
    case 'close':
      return { kind: movement.kind, change: 0, reason: movement.reason };
  }
}

function explain(body: unknown): object[] {
  const kind: unknown = Object(body).kind;
  const member = Movement.options.find(({ shape }) => shape.kind.value === kind);
  if (member === undefined) {
    return [{ type: `union_tag_${kind === undefined ? 'not_found' : 'invalid'}`, loc: ['body'] }];
  }
  const issues = member.safeParse(body, { reportInput: true }).error?.issues ?? [];
  return issues.map(({ input, path, message }) => ({
    type: input === undefined ? 'missing' : 'string_type',
    loc: ['body', kind, ...path],
    msg: message,
  }));
}

export default {
  async fetch(request: Request): Promise<Response> {
    if (!request.url.endsWith('/movements')) return Response.json({}, { status: 404 });
    const body: unknown = await request.json();
    const result = Movement.safeParse(body);
    if (result.success) return Response.json(settle(result.data));
    return Response.json({ detail: explain(body) }, { status: 422 });
  },
};
