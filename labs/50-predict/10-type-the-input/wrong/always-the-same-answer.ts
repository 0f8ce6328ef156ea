// rejected-by: echoes-other-numbers
// mistake: It answers with the numbers of the example instead of those of the request.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json({ feature1: 1.5, feature2: -2 });
});

export default app;
