// right: It merges the stored item with what was sent and validates the whole: then the defaults of Item never count.
import { Hono } from 'hono';
import { z } from 'zod';

const Item = z.object({
  name: z.string(),
  price: z.number(),
  description: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
});

const items = new Map<string, z.infer<typeof Item>>();

const app = new Hono();

app.put('/items/:id', async (c) => {
  const result = Item.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  items.set(c.req.param('id'), result.data);
  return c.json(result.data);
});

app.get('/items/:id', (c) => {
  const item = items.get(c.req.param('id'));
  return item ? c.json(item) : c.json({ detail: 'Item not found' }, 404);
});

app.patch('/items/:id', async (c) => {
  const id = c.req.param('id');
  const stored = items.get(id);
  if (!stored) return c.json({ detail: 'Item not found' }, 404);
  const changes: object = await c.req.json();
  const result = Item.safeParse({ ...stored, ...changes });
  if (!result.success) return c.json({ detail: z.prettifyError(result.error) }, 422);
  items.set(id, result.data);
  return c.json(result.data);
});

export default app;
