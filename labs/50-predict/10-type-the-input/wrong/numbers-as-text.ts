// rejected-by: echoes-two-numbers
// mistake: It formats the numbers as text, with toFixed.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const { feature1, feature2 } = result.data;
  return c.json({ feature1: feature1.toFixed(3), feature2: feature2.toFixed(3) });
});

export default app;
