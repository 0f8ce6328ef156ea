// right: The contract comes first, and its hook answers with msg and input as well, as FastAPI does.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const amount = z.number();
const Movement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('close'), reason: z.string().nullish() }),
  z.object({ kind: z.literal('deposit'), amount }),
  z.object({ kind: z.literal('transfer'), amount, to: z.string() }),
]);

const move = createRoute({
  method: 'post',
  path: '/movements',
  request: { body: { content: { 'application/json': { schema: Movement } }, required: true } },
  responses: { 200: { description: 'What changes' } },
});

const app = new OpenAPIHono({
  defaultHook: async (result, c) => {
    if (result.success) return;
    const body: unknown = await c.req.json();
    const { kind } = { kind: undefined, ...Object(body) };
    const detail = result.error.issues.map(({ code, path, message }) => {
      const [key = ''] = path;
      const input = Object(body)[key];
      if (code === 'invalid_union') {
        const type = kind === undefined ? 'union_tag_not_found' : 'union_tag_invalid';
        return { type, loc: ['body'], msg: message, input: body };
      }
      const type = input === undefined ? 'missing' : 'type_error';
      return { type, loc: ['body', kind, key], msg: message, input: input ?? null };
    });
    return c.json({ detail }, 422);
  },
});

app.openapi(move, (c) => {
  const movement = c.req.valid('json');
  if (movement.kind === 'close') {
    return c.json({ kind: 'close', change: 0, reason: movement.reason ?? null }, 200);
  }
  const { kind, amount } = movement;
  if (kind === 'deposit') return c.json({ kind, change: amount }, 200);
  return c.json({ kind, change: -amount, to: movement.to }, 200);
});

export default app;
