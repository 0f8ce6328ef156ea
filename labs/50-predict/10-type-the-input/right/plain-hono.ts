// right: It checks the two fields by hand, without a schema library.
import { Hono } from 'hono';

const app = new Hono();

app.post('/predict', async (c) => {
  const body: unknown = await c.req.json().catch(() => undefined);
  if (typeof body !== 'object' || body === null) return c.json({ detail: 'Not an object' }, 400);
  const { feature1, feature2 } = body as Record<string, unknown>;
  if (typeof feature1 !== 'number' || typeof feature2 !== 'number') {
    return c.json({ detail: 'Two numbers are needed' }, 422);
  }
  return c.json({ feature2, feature1 });
});

export default app;
