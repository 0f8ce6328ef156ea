// rejected-by: echoes-two-numbers
// mistake: It makes the JSON itself and sends it as text/plain.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.text(JSON.stringify(result.data));
});

export default app;
