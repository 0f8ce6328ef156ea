// rejected-by: refuses-a-missing-field
// mistake: It joins the two conditions with && in place of ||, so that one good field is enough.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  if (typeof feature1 !== 'number' && typeof feature2 !== 'number') {
    return c.json({ detail: 'Two numbers are needed' }, 422);
  }
  return c.json({ feature1, feature2 });
});

export default app;
