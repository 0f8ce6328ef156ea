// verdict: passed
// says: All 6 checks passed
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();
app.post('/predict', async (c) => {
  const result = Input.safeParse(await c.req.json().catch(() => undefined));
  return result.success ? c.json(result.data) : c.json({ detail: result.error.issues }, 422);
});
serve({ fetch: app.fetch, port: Number(process.env.SECOND_PORT), hostname: '127.0.0.1' });
export default app;
