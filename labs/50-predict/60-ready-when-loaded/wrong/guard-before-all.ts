// rejected-by: alive-while-loading
// mistake: It refuses in a middleware that stands before all routes.
import { type Context, Hono } from 'hono';

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

function answerNotLoaded(c: Context) {
  return c.json({ detail: 'The model is not loaded' }, 503, { 'Retry-After': '1' });
}

app.use(async (c, next) => {
  if (model === undefined) return answerNotLoaded(c);
  return next();
});

app.get('/health', (c) => c.json({ status: 'ok' }));
app.get('/ready', (c) => (model === undefined ? answerNotLoaded(c) : c.json({ status: 'ready' })));

app.post('/predict', async (c) => {
  // A restart while the body is read takes nothing from this request.
  const loaded = model;
  if (loaded === undefined) return answerNotLoaded(c);
  const { feature1, feature2 } = await c.req.json();
  return c.json({ prediction: loaded.predict(feature1, feature2) });
});

start();

export default app;
