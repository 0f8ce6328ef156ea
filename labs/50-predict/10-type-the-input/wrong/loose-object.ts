// rejected-by: drops-other-fields
// mistake: It declares a loose object, which keeps what it does not know.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.looseObject({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
