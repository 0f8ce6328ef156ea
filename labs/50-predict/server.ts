// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import { cors } from '../kit/cors.ts';
import { float, strictFloat } from '../kit/float.ts';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { loadModel } from '../kit/model.ts';
import { processTime } from '../kit/process-time.ts';
import { noContent } from '../kit/replies.ts';
import { forest, iris, loadIris } from './parts/iris.ts';
import { createMetrics } from './parts/metrics.ts';
import { createSlot } from './parts/slot.ts';
import { readVersions } from './parts/versions.ts';

// #endregion

const dataFolder = new URL('./data/', import.meta.url);
const versions = readVersions(new URL('models.json', dataFolder));

// #region load-model
const inUse = createSlot<ReturnType<typeof load>>();

function load(name: string) {
  const model = loadModel(new URL(`${name}.json`, dataFolder));
  // The first call is slower than all that follow: better now than when somebody waits for it.
  model.predictProba([[0, 0]]);
  return { name, version: versions.get(name) ?? '', model };
}

// #region lifespan
async function* lifespan() {
  // Load ML model
  inUse.set(load('model'));
  loadIris(new URL('iris.json', dataFolder));
  yield;
}
// #endregion
// #endregion

// #region app
const app = createLab({ title: 'Predict', version: '1.0.0', lifespan });
// #endregion

// #region metrics
const metrics = createMetrics(app);
// #endregion

// #region cors
// #region origins
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
// #endregion
// Inside of CORS, which answers preflights itself: those are not counted.
app.use(metrics.countRequests);
app.use(processTime());
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
  // #region answer
  const { model } = inUse.get();
  const data = c.req.valid('json');
  const rows = [[data.feature1, data.feature2]];
  return c.json(
    {
      prediction: model.predict(rows),
      probability: model.predictProba(rows)[0],
    },
    200,
  );
  // #endregion
});
// #endregion

// #region batch
// #region rows
const Batch = z
  .object({ rows: z.array(z.array(float()).min(2).max(2)).min(1).max(100) })
  .openapi('Batch');
// #endregion
const Prediction = z
  .object({ prediction: int(), probability: z.array(float()) })
  .openapi('Prediction');
const Predictions = z.object({ predictions: z.array(Prediction) }).openapi('Predictions');

const predictBatch = createRoute({
  method: 'post',
  path: '/predict-batch',
  tags: ['ml'],
  request: { body: jsonBody(Batch) },
  responses: {
    200: jsonResponse(Predictions),
    503: { description: 'The model is not loaded' },
  },
});

app.openapi(predictBatch, (c) => {
  const { model } = inUse.get();
  const { rows } = c.req.valid('json');
  const probabilities = model.predictProba(rows);
  const predictions = model.predict(rows).map((prediction, row) => ({
    prediction,
    probability: [...(probabilities[row] ?? [])],
  }));
  return c.json({ predictions }, 200);
});
// #endregion

// #region version-2
app.route('/v2', iris);
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
// #region echo-model
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
// #endregion

const echoAny = createRoute({
  method: 'post',
  path: '/echo-any',
  request: { body: jsonBody(z.unknown().openapi({ title: 'Data' })) },
  responses: ok,
});

app.openapi(echoAny, (c) => c.json(c.req.valid('json'), 200));
// #endregion

// #region health
const health = createRoute({ method: 'get', path: '/health', tags: ['ops'], responses: ok });

// Liveness: the process answers. It asks for nothing else, or a slow model would get the process restarted.
app.openapi(health, (c) => c.json({ status: 'ok' }, 200));

// #region ready
const ready = createRoute({
  method: 'get',
  path: '/ready',
  tags: ['ops'],
  responses: { ...ok, 503: { description: 'The model is not loaded' } },
});

app.openapi(ready, (c) => {
  inUse.get();
  forest.get();
  return c.json({ status: 'ready' }, 200);
});
// #endregion
// #endregion

// #region swap
const ModelChoice = z
  .object({ name: z.string().openapi({ examples: ['model', 'model-2'] }) })
  .openapi('ModelChoice');
const ModelInUse = z.object({ name: z.string(), version: z.string() }).openapi('ModelInUse');

const readModel = createRoute({
  method: 'get',
  path: '/model',
  operationId: 'read_model',
  tags: ['ops'],
  responses: {
    200: jsonResponse(ModelInUse),
    503: { description: 'The model is not loaded' },
  },
});

app.openapi(readModel, (c) => c.json(inUse.get(), 200));

const swapModel = createRoute({
  method: 'put',
  path: '/model',
  operationId: 'swap_model',
  tags: ['ops'],
  request: { body: jsonBody(ModelChoice) },
  responses: { 200: jsonResponse(ModelInUse), 404: { description: 'No such model' } },
});

app.openapi(swapModel, (c) => {
  const { name } = c.req.valid('json');
  // #region exchange
  // Looked up in a list, never put together to a path unseen.
  if (!versions.has(name)) throw new HTTPError(404, 'No such model');
  const next = load(name);
  // Only now, when all has gone well, and in one step: a request finds the old one or the new one.
  inUse.set(next);
  return c.json(next, 200);
  // #endregion
});
// #endregion

// #region unload
const unloadModel = createRoute({
  method: 'delete',
  path: '/model',
  operationId: 'unload_model',
  tags: ['ops'],
  responses: { 204: { description: 'Successful Response' } },
});

// Until another one is put there, whatever needs the model answers 503.
app.openapi(unloadModel, (c) => {
  inUse.clear();
  return noContent(c);
});
// #endregion

// #region read-metrics
const readMetrics = createRoute({
  method: 'get',
  path: '/metrics',
  hide: true,
  responses: ok,
});

app.openapi(readMetrics, (c) =>
  c.body(metrics.write(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
);
// #endregion

const root = createRoute({ method: 'get', path: '/', responses: ok });

app.openapi(root, (c) => c.json({ message: 'Hello World' }, 200));

const boom = createRoute({ method: 'get', path: '/boom', responses: ok });

app.openapi(boom, () => {
  throw new Error('boom');
});

export default app;
