// right: It needs a third of a second until it can answer, as if it loaded a model.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';

const number = await wait(300, z.number());
const Input = z.object({ feature1: number, feature2: number });

const app = new Hono();

app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.text('No.', 422);
});

export default app;
