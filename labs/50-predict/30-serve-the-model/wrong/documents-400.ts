// rejected-by: documents-the-422
// mistake: Documents 400, and answers 422.
import { readFileSync } from 'node:fs';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const pair = z.tuple([z.number(), z.number()]);
const ModelFile = z.object({
  steps: z.tuple([
    z.object({ mean: pair, scale: pair }),
    z.object({ coef: z.tuple([pair]), intercept: z.tuple([z.number()]) }),
  ]),
});

/** Reads a scikit-learn pipeline from the JSON it was exported to. */
function readModel(file: string) {
  const [scaler, regression] = ModelFile.parse(JSON.parse(readFileSync(file, 'utf8'))).steps;
  const { mean, scale } = scaler;
  return { mean, scale, coef: regression.coef[0], intercept: regression.intercept[0] };
}

const model = readModel(process.env.MODEL_PATH ?? 'model.json');

/** The probability of class 1. */
function predictProbability(feature1: number, feature2: number): number {
  const { mean, scale, coef, intercept } = model;
  const scaled1 = (feature1 - mean[0]) / scale[0];
  const scaled2 = (feature2 - mean[1]) / scale[1];
  return 1 / (1 + Math.exp(-(intercept + coef[0] * scaled1 + coef[1] * scaled2)));
}

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
    400: {
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
  const { feature1, feature2 } = c.req.valid('json');
  const p = predictProbability(feature1, feature2);
  return c.json({ prediction: [p > 0.5 ? 1 : 0], probability: [1 - p, p] }, 200);
});

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Predict', version: '1.0.0' } });

export default app;
