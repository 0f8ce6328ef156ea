import { Hono } from 'hono';
import { z } from 'zod';

const Item = z.object({
  name: z.string(),
  price: z.number(),
  description: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
});

type Item = z.infer<typeof Item>;

const items = new Map<string, Item>();

const app = new Hono();

app.put('/items/:id', async (c) => {
  const result = Item.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  items.set(c.req.param('id'), result.data);
  return c.json(result.data);
});

app.get('/items/:id', (c) => {
  const item = items.get(c.req.param('id'));
  return item === undefined ? c.json({ detail: 'Item not found' }, 404) : c.json(item);
});

// PATCH /items/:id is yours to write.

export default app;
