// rejected-by: refuses-a-wrong-type
// mistake: It uses z.coerce.number(), which makes a number of null and of a list with one entry.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.coerce.number(), feature2: z.coerce.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.json({ detail: result.error.issues }, 422);
});

export default app;
