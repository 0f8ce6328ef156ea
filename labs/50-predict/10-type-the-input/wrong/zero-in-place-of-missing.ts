// rejected-by: refuses-a-missing-field
// mistake: It gives the fields a default, so that a missing one counts as 0.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number().default(0), feature2: z.number().default(0) });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
