// rejected-by: names-what-is-wrong
// mistake: It sends the issues as Zod has them.
import { Hono } from 'hono';
import { z } from 'zod';

const int = z
  .string()
  .regex(/^[-+]?\d+$/)
  .transform(Number);

const Parameters = z.object({
  item_id: int,
  q: z.string().nullable().default(null),
  skip: int.pipe(z.number().min(0)).default(0),
  limit: int.pipe(z.number().min(1).max(100)).default(10),
});

const app = new Hono();

app.get('/items/:item_id', (c) => {
  const result = Parameters.safeParse({ ...c.req.query(), ...c.req.param() });
  if (result.success) return c.json(result.data);
  return c.json({ detail: result.error.issues }, 422);
});

export default app;
