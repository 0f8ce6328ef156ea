// rejected-by: drops-other-fields
// mistake: It validates the body, and then answers with the body that came in instead of the validated one.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const body = await c.req.json().catch(() => undefined);
  const result = Input.safeParse(body);
  return result.success ? c.json(body) : c.json({ detail: result.error.issues }, 422);
});

export default app;
