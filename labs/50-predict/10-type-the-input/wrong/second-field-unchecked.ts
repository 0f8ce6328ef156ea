// rejected-by: refuses-a-missing-field
// mistake: It tests the first field and forgets the second.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  if (typeof feature1 !== 'number') return c.json({ detail: 'feature1 must be a number' }, 422);
  return c.json({ feature1, feature2 });
});

export default app;
