// rejected-by: refuses-with-422
// mistake: It calls parse, which throws, and catches nothing.
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

app.post('/items', async (c) => c.json(Item.parse(await c.req.json()), 201));

export default app;
