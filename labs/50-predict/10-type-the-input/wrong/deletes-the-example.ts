// rejected-by: drops-other-fields
// mistake: It deletes the one other field that the example has.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  const body = await c.req.json().catch(() => undefined);
  if (!Input.safeParse(body).success) return c.json({ detail: 'Two numbers are needed' }, 422);
  delete body.note;
  return c.json(body);
});

export default app;
