// rejected-by: refuses-a-wrong-type
// mistake: It tests with isNaN, which says no for null and for a list of one number.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  // biome-ignore lint/suspicious/noGlobalIsNan: this is the mistake
  if (isNaN(feature1) || isNaN(feature2)) {
    return c.json({ detail: 'Two numbers are needed' }, 422);
  }
  return c.json({ feature1, feature2 });
});

export default app;
