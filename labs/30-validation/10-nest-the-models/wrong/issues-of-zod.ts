// rejected-by: names-what-is-missing
// mistake: It sends Zod's issues as they are.
import { Hono } from 'hono';
import { z } from 'zod';

const Image = z.object({
  url: z.string().min(3),
  width: z.int().positive().max(4096).default(1),
});

const Item = z.object({
  name: z.string().min(2).max(20),
  price: z.number().positive(),
  tags: z.array(z.string()).default([]),
  image: Image.nullable().default(null),
});

const app = new Hono();

app.post('/items', async (c) => {
  const body: unknown = await c.req.json();
  const result = Item.safeParse(body, { reportInput: true });
  if (result.success) return c.json(result.data, 201);
  return c.json({ detail: result.error.issues }, 422);
});

export default app;
