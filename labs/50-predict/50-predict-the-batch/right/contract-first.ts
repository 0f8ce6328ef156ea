// right: A contract with @hono/zod-openapi, its hook writes the 422, and text that spells a number counts as one.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Value = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
  z.boolean().transform(Number),
]);
const Batch = z
  .object({ rows: z.array(z.array(Value).min(2).max(2)).min(1).max(100) })
  .openapi('Batch');
const Predictions = z.object({ predictions: z.array(z.int()) });

const route = createRoute({
  method: 'post',
  path: '/predict-batch',
  request: { body: { required: true, content: { 'application/json': { schema: Batch } } } },
  responses: {
    200: { description: 'All of them', content: { 'application/json': { schema: Predictions } } },
  },
});

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (result.success) return;
    const detail = result.error.issues.map(({ code, message, path }) => {
      return {
        type: code,
        loc: [result.target === 'json' ? 'body' : result.target, ...path],
        msg: message,
      };
    });
    return c.json({ detail }, 422);
  },
});

app.openapi(route, (c) => {
  const { rows } = c.req.valid('json');
  return c.json({ predictions: rows.map(([one = 0, other = 0]) => (one > other ? 1 : 0)) }, 200);
});

export default app;
