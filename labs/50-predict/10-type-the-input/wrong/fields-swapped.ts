// rejected-by: echoes-two-numbers
// mistake: It takes the fields by their place, in the wrong order.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const [feature2, feature1] = Object.values(result.data);
  return c.json({ feature1, feature2 });
});

export default app;
