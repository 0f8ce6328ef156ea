// right: It takes text that spells a number and booleans, as Pydantic does.
import { Hono } from 'hono';
import { z } from 'zod';

const float = z.union([
  z.number(),
  z.boolean().transform(Number),
  z
    .string()
    .regex(/^\s*-?\d+(\.\d+)?\s*$/)
    .transform(Number),
]);
const Input = z.object({ feature1: float, feature2: float });

const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.json({ detail: 'Unprocessable Entity' }, 422);
});

export default app;
