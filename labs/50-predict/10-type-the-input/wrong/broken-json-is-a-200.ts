// rejected-by: refuses-what-is-not-json
// mistake: It catches what is not JSON and says so, with status 200.
import { Hono } from 'hono';
import { z } from 'zod';

const Input = z.object({ feature1: z.number(), feature2: z.number() });
const app = new Hono();

app.post('/predict', async (c) => {
  try {
    const result = Input.safeParse(await c.req.json());
    return result.success ? c.json(result.data) : c.json({ detail: result.error.issues }, 422);
  } catch {
    return c.json({ error: 'The body is not JSON' });
  }
});

export default app;
