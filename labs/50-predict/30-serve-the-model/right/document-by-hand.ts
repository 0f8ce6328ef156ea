// right: Plain Hono with a document written by hand, everything behind `$ref`.
import { readFileSync } from 'node:fs';
import { Hono } from 'hono';

const model = JSON.parse(readFileSync(process.env.MODEL_PATH ?? 'model.json', 'utf8'));
const [scaler, regression] = model.steps;

const numbers = { type: 'array', items: { $ref: '#/components/schemas/Number' } };
const json = (name: string) => ({
  'application/json; charset=utf-8': { schema: { $ref: `#/components/schemas/${name}` } },
});

const openapi = {
  openapi: '3.0.0',
  info: { title: 'Model', version: '1' },
  paths: {
    '/predict': {
      post: {
        requestBody: { $ref: '#/components/requestBodies/Features' },
        responses: {
          200: { $ref: '#/components/responses/Predicted' },
          422: { $ref: '#/components/responses/Refused' },
        },
      },
    },
  },
  components: {
    requestBodies: { Features: { required: true, content: json('Features') } },
    responses: {
      Predicted: { description: 'Predicted', content: json('Predicted') },
      Refused: { description: 'Refused' },
    },
    schemas: {
      Number: { type: 'number' },
      First: {
        type: 'object',
        required: ['feature1'],
        properties: { feature1: { $ref: '#/components/schemas/Number' } },
      },
      Features: {
        allOf: [
          { $ref: '#/components/schemas/First' },
          {
            type: 'object',
            required: ['feature2'],
            properties: { feature2: { type: 'number', format: 'double' } },
          },
        ],
      },
      Predicted: { type: 'object', properties: { prediction: numbers, probability: numbers } },
    },
  },
};

const app = new Hono();

app.get('/openapi.json', (c) => c.json(openapi));

app.post('/predict', async (c) => {
  const body = await c.req.json().catch(() => ({}));
  const features = [body?.feature1, body?.feature2];
  if (!features.every((feature) => typeof feature === 'number')) {
    return c.json({ detail: 'two numbers, please' }, 422);
  }
  let z = regression.intercept[0];
  for (const [i, feature] of features.entries()) {
    z += ((feature - scaler.mean[i]) / scaler.scale[i]) * regression.coef[0][i];
  }
  const p = 1 / (1 + Math.exp(-z));
  return c.json({ probability: [1 - p, p], prediction: [Math.round(p)], model: model.format });
});

export default app;
