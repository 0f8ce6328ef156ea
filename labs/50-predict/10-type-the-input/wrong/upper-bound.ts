// rejected-by: echoes-other-numbers
// mistake: It adds an upper bound that nobody asked for.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number().max(1000), feature2: z.number().max(1000) });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
