// rejected-by: refuses-a-wrong-type
// mistake: It takes a list of one number for the number, with Number(), and refuses null by hand.
import { Hono } from 'hono';

const isNumber = (value: unknown) => value != null && !Number.isNaN(Number(value));
const app = new Hono();

app.post('/predict', async (c) => {
  const { feature1, feature2 } = await c.req.json().catch(() => ({}));
  if (!isNumber(feature1) || !isNumber(feature2)) {
    return c.json({ detail: 'Two numbers are needed' }, 422);
  }
  return c.json({ feature1: Number(feature1), feature2: Number(feature2) });
});

export default app;
