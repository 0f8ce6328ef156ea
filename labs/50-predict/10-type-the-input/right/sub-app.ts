// right: It mounts a small app of its own at /predict and answers below a base path.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });

const predict = new Hono().post('/', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.json({ detail: 'not valid' }, 422);
});

const app = new Hono().basePath('/');
app.route('/predict', predict);

export default app;
