// rejected-by: echoes-other-numbers
// mistake: It tests whether a field is there by its truth, so that 0 counts as missing.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  if (!feature1 || !feature2) return c.json({ detail: 'Two fields are needed' }, 422);
  if (typeof feature1 !== 'number' || typeof feature2 !== 'number') {
    return c.json({ detail: 'Two numbers are needed' }, 422);
  }
  return c.json({ feature1, feature2 });
});

export default app;
