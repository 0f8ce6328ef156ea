// rejected-by: refuses-bad-input
// mistake: Takes the hook out, and the library answers 400.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

/** Stands for a model that another team trained: nobody promises what it returns. Leave it as it is. */
function runModel(feature1: number, feature2: number): unknown {
  const score = 1 / (1 + Math.exp(-(feature1 + feature2)));
  const isKnown = Math.abs(feature1) <= 1000 && Math.abs(feature2) <= 1000;
  return {
    label: isKnown ? (score > 0.5 ? 'high' : 'low') : 'out of range',
    score: isKnown ? score : null,
    model_file: '/srv/models/rate-7.pkl',
  };
}

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

const app = new OpenAPIHono();

app.openapi(predict, (c) => {
  const { feature1, feature2 } = c.req.valid('json');
  return c.json(Output.parse(runModel(feature1, feature2)), 200);
});

export default app;
