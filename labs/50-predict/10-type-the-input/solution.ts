import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

// #region input
const Input = z.object({
  feature1: z.number(),
  feature2: z.number(),
});
// #endregion

const app = new OpenAPIHono();

// #region route
const predict = createRoute({
  method: 'post',
  path: '/predict',
  request: {
    body: { required: true, content: { 'application/json': { schema: Input } } },
  },
  responses: {
    200: {
      description: 'The input as it was understood',
      content: { 'application/json': { schema: Input } },
    },
  },
});
// #endregion

// #region handler
app.openapi(predict, (c) => c.json(c.req.valid('json'), 200));
// #endregion

export default app;
