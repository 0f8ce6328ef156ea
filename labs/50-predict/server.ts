// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { cors } from '../kit/cors.ts';
import { float, strictFloat } from '../kit/float.ts';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { loadModel } from '../kit/model.ts';
import { processTime } from '../kit/process-time.ts';

// #endregion

// #region app
const app = createLab({ title: 'Predict', version: '1.0.0' });
// #endregion

// #region cors
app.use(
  cors({
    allowOrigins: ['http://localhost:3000'],
    allowCredentials: true,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['X-Token', 'Content-Type'],
    exposeHeaders: ['X-Process-Time'],
    maxAgeSeconds: 600,
  }),
);
app.use(processTime());
// #endregion

// #region load-model
// Load ML model
const model = loadModel(new URL('./data/model.json', import.meta.url));
// #endregion

// #region input
const Input = z
  .object({
    feature1: float(),
    feature2: float(),
  })
  .openapi('Input');
// #endregion

// #region predict
const predict = createRoute({
  method: 'post',
  path: '/predict',
  tags: ['ml'],
  request: { body: jsonBody(Input) },
  responses: ok,
});

app.openapi(predict, (c) => {
  const data = c.req.valid('json');
  const rows = [[data.feature1, data.feature2]];
  return c.json(
    {
      prediction: model.predict(rows),
      probability: model.predictProba(rows)[0],
    },
    200,
  );
});
// #endregion

// #region strict
const StrictInput = z
  .strictObject({
    feature1: strictFloat(),
    feature2: strictFloat(),
  })
  .openapi('StrictInput');

const predictStrict = createRoute({
  method: 'post',
  path: '/predict-strict',
  tags: ['ml'],
  request: { body: jsonBody(StrictInput) },
  responses: ok,
});

app.openapi(predictStrict, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region echo
const echo = createRoute({
  method: 'post',
  path: '/echo',
  tags: ['ml'],
  request: { body: jsonBody(Input) },
  responses: ok,
});

app.openapi(echo, (c) => c.json(c.req.valid('json'), 200));

// A documented response decides what goes out: `secret` does not.
const echoModel = createRoute({
  method: 'post',
  path: '/echo-model',
  request: { body: jsonBody(Input) },
  responses: { 200: jsonResponse(Input) },
});

app.openapi(echoModel, (c) => {
  const data = c.req.valid('json');
  return c.json({ ...data, secret: 1 }, 200);
});

const echoAny = createRoute({
  method: 'post',
  path: '/echo-any',
  request: { body: jsonBody(z.unknown().openapi({ title: 'Data' })) },
  responses: ok,
});

app.openapi(echoAny, (c) => c.json(c.req.valid('json'), 200));
// #endregion

const root = createRoute({ method: 'get', path: '/', responses: ok });

app.openapi(root, (c) => c.json({ message: 'Hello World' }, 200));

const boom = createRoute({ method: 'get', path: '/boom', responses: ok });

app.openapi(boom, () => {
  throw new Error('boom');
});

export default app;
