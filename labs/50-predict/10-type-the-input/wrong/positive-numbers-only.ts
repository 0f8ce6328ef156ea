// rejected-by: echoes-two-numbers
// mistake: It adds a lower bound that nobody asked for.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number().min(0), feature2: z.number().min(0) });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
