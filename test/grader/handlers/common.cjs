const { Hono } = require('hono');

const app = new Hono();
app.post('/predict', async (c) => {
  const body = await c.req.json().catch(() => ({}));
  const { feature1, feature2 } = body;
  const isTyped = typeof feature1 === 'number' && typeof feature2 === 'number';
  return isTyped ? c.json({ feature1, feature2 }) : c.json({ detail: 'two numbers' }, 422);
});

module.exports = app;
