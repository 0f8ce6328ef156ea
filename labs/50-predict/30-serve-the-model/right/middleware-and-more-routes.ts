// right: CORS, a logger, headers and more routes, below a base path; a validator by hand beside the contract.
import { readFileSync } from 'node:fs';
import { OpenAPIHono, z } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import { logger } from 'hono/logger';
import { secureHeaders } from 'hono/secure-headers';
import { validator } from 'hono/validator';

const { steps } = JSON.parse(readFileSync(process.env.MODEL_PATH ?? 'model.json', 'utf8'));
const [{ mean, scale }, { coef, intercept }] = steps;

const app = new OpenAPIHono().basePath('/');

app.use(logger(), cors(), secureHeaders());
app.get('/', (c) => c.html('<a href="/openapi.json">openapi.json</a>'));
app.get('/health', (c) => c.json({ status: 'ok' }));

app.post(
  '/predict',
  validator('json', (value, c) => {
    const { feature1, feature2 } = value ?? {};
    if (typeof feature1 !== 'number' || typeof feature2 !== 'number') {
      return c.json({ detail: 'Unprocessable Entity' }, 422);
    }
    return { feature1, feature2 };
  }),
  (c) => {
    const { feature1, feature2 } = c.req.valid('json');
    const scaled = [(feature1 - mean[0]) / scale[0], (feature2 - mean[1]) / scale[1]] as const;
    const p = 1 / (1 + Math.exp(-(intercept[0] + coef[0][0] * scaled[0] + coef[0][1] * scaled[1])));
    return c.json({ prediction: [Number(p > 0.5)], probability: [1 - p, p], seconds: 0.001 });
  },
);

const numbers = z.array(z.number());
app.openAPIRegistry.registerPath({
  method: 'post',
  path: '/predict',
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({ feature1: z.number(), feature2: z.number(), note: z.any() }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'Predicted',
      content: {
        'application/json': { schema: z.object({ prediction: numbers, probability: numbers }) },
      },
    },
    422: { description: 'Not valid' },
    default: { description: 'Anything else' },
  },
});

app.doc31('/openapi.json', { openapi: '3.1.1', info: { title: 'Predict', version: '1' } });

export default app;
