// rejected-by: refuses-a-missing-field
// mistake: It calls parse in place of safeParse, and nothing catches the ZodError.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const input = Input.parse(await c.req.json());
  return c.json(input);
});

export default app;
