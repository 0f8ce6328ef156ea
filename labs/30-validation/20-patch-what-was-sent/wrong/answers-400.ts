// rejected-by: refuses-bad-values
// mistake: It refuses with 400.
import { Hono } from 'hono';
import { z } from 'zod';

const Fields = z.object({
  name: z.string(),
  price: z.number(),
  description: z.string().nullable(),
  tags: z.array(z.string()),
});

const Item = Fields.extend({
  description: Fields.shape.description.default(null),
  tags: Fields.shape.tags.default([]),
});

const Patch = Fields.partial();

type Item = z.infer<typeof Item>;

const items = new Map<string, Item>();

const app = new Hono();

app.put('/items/:id', async (c) => {
  const result = Item.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 400);
  items.set(c.req.param('id'), result.data);
  return c.json(result.data);
});

app.get('/items/:id', (c) => {
  const item = items.get(c.req.param('id'));
  return item === undefined ? c.json({ detail: 'Item not found' }, 404) : c.json(item);
});

app.patch('/items/:id', async (c) => {
  const id = c.req.param('id');
  const stored = items.get(id);
  if (stored === undefined) return c.json({ detail: 'Item not found' }, 404);
  const result = Patch.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 400);
  const item = { ...stored, ...result.data };
  items.set(id, item);
  return c.json(item);
});

export default app;
