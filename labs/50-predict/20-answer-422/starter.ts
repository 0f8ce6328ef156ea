import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({
  feature1: z.number(),
  feature2: z.number(),
});

const app = new Hono();

app.post('/predict', async (c) => {
  const body: unknown = await c.req.json();
  const result = Input.safeParse(body);
  // FastAPI answers 422 here, with a list under `detail`.
  if (!result.success) return c.json(result.error.issues, 400);
  return c.json(result.data);
});

export default app;
