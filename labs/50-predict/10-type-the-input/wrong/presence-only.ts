// rejected-by: refuses-a-wrong-type
// mistake: It tests that the fields are there, not what they hold.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  if (feature1 === undefined || feature2 === undefined) {
    return c.json({ detail: 'Two fields are needed' }, 422);
  }
  return c.json({ feature1, feature2 });
});

export default app;
