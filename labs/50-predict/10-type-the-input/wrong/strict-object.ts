// rejected-by: drops-other-fields
// mistake: It refuses a field that it does not know, where it should leave it out.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.strictObject({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
