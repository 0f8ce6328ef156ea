// right: A sub-app that is mounted at /predict, after a start that takes a third of a second.
import { readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const text = await readFile(process.env.MODEL_PATH ?? 'model.json', 'utf8');
const { steps } = await wait(300, JSON.parse(text));

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const Output = z.object({
  prediction: z.array(z.int()).length(1),
  probability: z.tuple([z.number(), z.number()]),
});

const sub = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (!result.success) return c.json(z.treeifyError(result.error), 422);
  },
});

sub.openapi(
  createRoute({
    method: 'post',
    path: '/',
    request: { body: { content: { 'application/json': { schema: Input } }, required: true } },
    responses: {
      200: { description: 'Predicted', content: { 'application/json': { schema: Output } } },
      422: { description: 'Not two numbers' },
    },
  }),
  (c) => {
    const { feature1, feature2 } = c.req.valid('json');
    const [{ mean, scale }, { coef, intercept }] = steps;
    const [[weight1, weight2]] = coef;
    const z1 = (weight1 * (feature1 - mean[0])) / scale[0];
    const z2 = (weight2 * (feature2 - mean[1])) / scale[1];
    const odds = Math.exp(-intercept[0] - z1 - z2);
    const p = 1 / (1 + odds);
    const probability: [number, number] = [1 - p, p];
    return c.json({ probability, prediction: [odds < 1 ? 1 : 0] }, 200);
  },
);

const app = new OpenAPIHono();
app.route('/predict', sub);
app.doc('/openapi.json', { openapi: '3.0.0', info: { title: 'Predict', version: '2' } });

export default app;
