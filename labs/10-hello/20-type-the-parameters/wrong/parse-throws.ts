// rejected-by: refuses-with-422
// mistake: It calls parse, which throws, so that bad input is answered with 500.
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

app.get('/items/:item_id', (c) => c.json(Parameters.parse({ ...c.req.query(), ...c.req.param() })));

export default app;
