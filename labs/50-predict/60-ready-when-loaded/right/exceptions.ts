// right: It throws an HTTPException, which answers in one place, and its replies have more keys.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

type Model = { predict: (feature1: number, feature2: number) => number };

const app = new Hono();

// A model that takes long to load, and two routes that the checks use. Leave this part as it is.
const trained: Model = { predict: (feature1, feature2) => (feature1 > feature2 ? 1 : 0) };
const waiting: ((model: Model) => void)[] = [];

function loadModel(): Promise<Model> {
  return new Promise((resolve) => waiting.push(resolve));
}

app.post('/load', (c) => {
  for (const resolve of waiting.splice(0)) resolve(trained);
  return c.json({ status: 'loaded' });
});

app.post('/restart', (c) => {
  start();
  return c.json({ status: 'starting' });
});

// From here on it is yours.
let model: Model | undefined;

async function start(): Promise<void> {
  model = undefined;
  model = await loadModel();
}

function getModel(): Model {
  if (model === undefined) throw new HTTPException(503, { message: 'The model is not loaded' });
  return model;
}

app.onError((error, c) => {
  if (!(error instanceof HTTPException)) throw error;
  c.header('Retry-After', '30');
  return c.json({ detail: error.message, since: 'the start' }, error.status);
});

app.get('/health', (c) => c.json({ status: 'ok' }));
app.get('/ready', (c) => c.json({ ready: true, sample: getModel().predict(0, 0) }));

app.post('/predict', async (c) => {
  const loaded = getModel();
  const { feature1, feature2 } = await c.req.json();
  return c.json({ model: 'trained', prediction: loaded.predict(feature1, feature2) });
});

start();

export default app;
