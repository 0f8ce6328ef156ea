// right: CommonJS, and the state of the process is an object with a name for each phase.
const { Hono } = require('hono');

const app = new Hono();
const waiting = [];
const loadModel = () => new Promise((resolve) => waiting.push(resolve));
const trained = { predict: (one, other) => (one > other ? 1 : 0) };

let state = { phase: 'stopped' };

async function start() {
  const mine = { phase: 'loading' };
  state = mine;
  const model = await loadModel();
  if (state === mine) state = { phase: 'ready', model };
}

const refuse = (c) => {
  c.status(503);
  c.header('retry-after', '60');
  return c.json({ detail: 'The model is not loaded' });
};

app.post('/load', (c) => {
  while (waiting.length > 0) waiting.pop()(trained);
  return c.body(null, 200);
});
app.post('/restart', (c) => {
  void start();
  return c.body(null, 200);
});
app.get('/health', (c) => c.json({ phase: state.phase }));
app.get('/ready', (c) => (state.phase === 'ready' ? c.json(true) : refuse(c)));
app.post('/predict', async (c) => {
  const { phase, model } = state;
  if (phase !== 'ready') return refuse(c);
  const { feature1, feature2 } = await c.req.json();
  return c.json({ prediction: model.predict(feature1, feature2) });
});

void start();

module.exports = app;
