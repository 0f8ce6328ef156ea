import { Hono } from 'hono';
import { z } from 'zod';

// In a URL everything is text. Say what each parameter must spell, and what it is when nobody sends it.
const Parameters = z.object({
  item_id: z.string(),
  q: z.string().optional(),
  skip: z.string().optional(),
  limit: z.string().optional(),
});

const app = new Hono();

app.get('/items/:item_id', (c) => {
  const sent: Record<string, string> = { ...c.req.query(), ...c.req.param() };
  const result = Parameters.safeParse(sent);
  // FastAPI answers 422 here, with a list under `detail`.
  if (!result.success) return c.json(result.error.issues, 400);
  return c.json(result.data);
});

export default app;
