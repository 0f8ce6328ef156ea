import { Hono } from 'hono';
import { z } from 'zod';

// One model for all of them: everything may be left out, and nothing can be relied on.
const Movement = z.object({
  kind: z.string(),
  amount: z.number().optional(),
  to: z.string().optional(),
  reason: z.string().nullable().optional(),
});

const app = new Hono();

app.post('/movements', async (c) => {
  const body = await c.req.json();
  const result = Movement.safeParse(body, { reportInput: true });
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
