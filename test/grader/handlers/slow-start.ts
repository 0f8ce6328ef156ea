import { Hono } from 'hono';
import { z } from 'zod';

await new Promise((resolve) => setTimeout(resolve, 3000));
const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.json({ detail: result.error.issues }, 422);
});

export default app;
