// rejected-by: echoes-two-numbers
// mistake: It registers the route at /, as if the file were mounted at /predict.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  return c.json(result.data);
});

export default app;
