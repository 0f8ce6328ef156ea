// rejected-by: refuses-a-wrong-type
// mistake: It lets null through with nullable(), as a column of a database would.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number().nullable(), feature2: z.number().nullable() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
