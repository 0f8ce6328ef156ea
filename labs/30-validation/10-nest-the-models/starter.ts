import { Hono } from 'hono';
import { z } from 'zod';

// The item has no tags and no image yet.
const Item = z.object({
  name: z.string().min(2).max(20),
  price: z.number().positive(),
});

const app = new Hono();

app.post('/items', async (c) => {
  const body: unknown = await c.req.json();
  const result = Item.safeParse(body, { reportInput: true });
  // FastAPI answers 422 here, with a list under `detail`: a type and a loc for each issue.
  if (!result.success) return c.json(result.error.issues, 400);
  return c.json(result.data);
});

export default app;
