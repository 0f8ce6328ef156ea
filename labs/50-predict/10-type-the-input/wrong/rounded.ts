// rejected-by: echoes-other-numbers
// mistake: It rounds the numbers to two decimal places.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const round = (value: number) => Math.round(value * 100) / 100;
  const { feature1, feature2 } = result.data;
  return c.json({ feature1: round(feature1), feature2: round(feature2) });
});

export default app;
