// rejected-by: refuses-a-wrong-type
// mistake: It refuses text only, so that null, lists and objects come through.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  for (const value of [feature1, feature2]) {
    if (value === undefined || typeof value === 'string') {
      return c.json({ detail: 'Two numbers are needed' }, 422);
    }
  }
  return c.json({ feature1, feature2 });
});

export default app;
