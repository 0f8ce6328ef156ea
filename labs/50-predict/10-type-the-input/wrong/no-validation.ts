// rejected-by: refuses-a-missing-field
// mistake: It trusts a TypeScript type, which is gone at run time, and checks nothing.
import { Hono } from 'hono';

type Input = { feature1: number; feature2: number };

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json<Input>();
  return c.json({ feature1, feature2 });
});

export default app;
