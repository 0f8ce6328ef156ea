// right: JavaScript without types or libraries, an object of a class of its own as the app, JSON as Python spells it.
import { readFileSync } from 'node:fs';

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

/** Whole numbers as Python writes a float, and a space after each colon and comma. */
function spell(value) {
  if (typeof value === 'number') return Number.isInteger(value) ? `${value}.0` : String(value);
  if (Array.isArray(value)) return `[ ${value.map(spell).join(', ')} ]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).map(
    ([key, entry]) => `${JSON.stringify(key)}: ${spell(entry)}`,
  );
  return `{ ${pairs.reverse().join(', ')} }`;
}

class PredictApi {
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/openapi.json') return this.answer(200, document);
    if (pathname !== '/predict') return this.answer(404, {});
    const { feature1, feature2 } = (await request.json().catch(() => null)) ?? {};
    const isValid = [feature1, feature2].every((value) => typeof value === 'number');
    return isValid ? this.answer(200, predict([feature1, feature2])) : this.answer(422, {});
  }

  answer(status, body) {
    const headers = { 'CONTENT-TYPE': 'Application/JSON; charset="UTF-8"', Server: 'own' };
    return new Response(`${spell(body)}\n`, { status, headers });
  }
}

export default new PredictApi();
