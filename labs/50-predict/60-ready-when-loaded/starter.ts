import { Hono } from 'hono';

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
function start(): void {
  loadModel(); // Who takes the model when it comes, and where is it kept?
}

app.get('/health', (c) => c.json({ detail: 'not written yet' }, 501));
app.get('/ready', (c) => c.json({ detail: 'not written yet' }, 501));
app.post('/predict', (c) => c.json({ detail: 'not written yet' }, 501));

start();

export default app;
