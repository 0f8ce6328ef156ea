// rejected-by: refuses-a-missing-field
// mistake: It reports the error in the body, but leaves the status at 200.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return c.json(result.success ? result.data : { error: result.error.issues });
});

export default app;
