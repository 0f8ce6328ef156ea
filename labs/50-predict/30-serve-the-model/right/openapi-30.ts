// right: OpenAPI 3.0 with schemas in place, tuples, and a hook of the route itself.
import { readFileSync } from 'node:fs';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const file = process.env.MODEL_PATH ?? 'model.json';
const { steps } = JSON.parse(readFileSync(file, 'utf8'));
const app = new OpenAPIHono();

app.doc('/openapi.json', { openapi: '3.0.3', info: { title: 'Model', version: '0.1.0' } });

app.openapi(
  createRoute({
    method: 'post',
    path: '/predict',
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: z.object({ feature1: z.number(), feature2: z.number() }) },
        },
      },
    },
    responses: {
      200: {
        description: 'A prediction',
        content: {
          'application/json': {
            schema: z.object({
              prediction: z.tuple([z.union([z.literal(0), z.literal(1)])]),
              probability: z.array(z.number().min(0).max(1)).length(2),
            }),
          },
        },
      },
      422: { description: 'Not two numbers' },
    },
  }),
  (c) => {
    const { feature1, feature2 } = c.req.valid('json');
    const z = [feature1, feature2].reduce(
      (sum, value, i) =>
        sum + (steps[1].coef[0][i] * (value - steps[0].mean[i])) / steps[0].scale[i],
      steps[1].intercept[0],
    );
    const probability = [1 / (1 + Math.exp(z)), 1 / (1 + Math.exp(-z))];
    return c.json({ prediction: [z > 0 ? 1 : 0] as [0 | 1], probability }, 200);
  },
  (result, c) => {
    if (!result.success) return c.text('Send two numbers.', 422);
  },
);

export default app;
