// right: It is CommonJS: require and module.exports.
const { Hono } = require('hono');
const { z } = require('zod');

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.json({ errors: result.error.issues }, 422);
});

module.exports = app;
