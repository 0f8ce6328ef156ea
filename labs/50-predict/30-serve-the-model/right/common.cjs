// right: CommonJS: require and module.exports.
const { readFileSync } = require('node:fs');
const { Hono } = require('hono');

const { steps } = JSON.parse(readFileSync(process.env.MODEL_PATH ?? 'model.json', 'utf8'));
const [{ mean, scale }, { coef, intercept }] = steps;

function predict(features) {
  const scaled = features.map((value, i) => (value - mean[i]) / scale[i]);
  const z = scaled.reduce((sum, value, i) => sum + coef[0][i] * value, intercept[0]);
  const p = 1 / (1 + Math.exp(-z));
  return { prediction: [p > 0.5 ? 1 : 0], probability: [1 - p, p] };
}

const number = { type: 'number' };
const list = { type: 'array', items: number };
const json = (properties) => ({
  'application/json': {
    schema: { type: 'object', properties, required: Object.keys(properties) },
  },
});

const document = {
  openapi: '3.1.0',
  info: { title: 'Predict', version: '1.0.0' },
  paths: {
    '/predict': {
      post: {
        requestBody: { required: true, content: json({ feature1: number, feature2: number }) },
        responses: {
          200: { description: 'Predicted', content: json({ prediction: list, probability: list }) },
          422: { description: 'Not two numbers' },
        },
      },
    },
  },
};

const app = new Hono();

app.get('/openapi.json', (c) => c.json(document));

app.post('/predict', async (c) => {
  const body = (await c.req.json().catch(() => null)) ?? {};
  const features = [body.feature1, body.feature2];
  if (!features.every(Number.isFinite)) return c.text('Two numbers, please.', 422);
  return c.json(predict(features));
});

module.exports = app;
