// rejected-by: predicts-as-scikit-learn
// mistake: Answers every request with the example from the task.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Input = z.object({ feature1: z.number(), feature2: z.number() }).openapi('Input');

const Output = z
  .object({ prediction: z.array(z.number()), probability: z.array(z.number()) })
  .openapi('Output');

const Refusal = z
  .object({ detail: z.array(z.object({ loc: z.array(z.string()), msg: z.string() })) })
  .openapi('Refusal');

const predict = createRoute({
  method: 'post',
  path: '/predict',
  request: { body: { content: { 'application/json': { schema: Input } }, required: true } },
  responses: {
    200: {
      description: 'The label and the probability of each class',
      content: { 'application/json': { schema: Output } },
    },
    422: {
      description: 'Validation error',
      content: { 'application/json': { schema: Refusal } },
    },
  },
});

const app = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (result.success) return;
    const detail = result.error.issues.map(({ path, message }) => ({
      loc: ['body', ...path.map(String)],
      msg: message,
    }));
    return c.json({ detail }, 422);
  },
});

app.openapi(predict, (c) => {
  return c.json({ prediction: [0], probability: [0.7151470445746542, 0.2848529554253459] }, 200);
});

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Predict', version: '1.0.0' } });

export default app;
