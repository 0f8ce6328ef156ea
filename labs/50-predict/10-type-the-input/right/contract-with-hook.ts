// right: It states the contract with @hono/zod-openapi and refuses with 422 from a hook.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Input = z.object({ feature1: z.number(), feature2: z.number() }).openapi('Input');
const content = { 'application/json': { schema: Input } };

const predict = createRoute({
  method: 'post',
  path: '/predict',
  request: { body: { required: true, content } },
  responses: { 200: { description: 'The input', content }, 422: { description: 'Not valid' } },
});

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json({ detail: z.prettifyError(result.error) }, 422);
  },
});

app.openapi(predict, (c) => c.json(c.req.valid('json'), 200));

export default app;
