// verdict: passed
// says: All 6 checks passed
import { Hono } from 'hono';

const app = new Hono();
app.use(async (c, next) => {
  for (let n = 0; n < 200; n++) console.log(c.req.path, 'x'.repeat(500));
  await next();
});
app.post('/predict', async (c) => {
  const body = await c.req.json().catch(() => ({}));
  const { feature1, feature2 } = body;
  const isTyped = typeof feature1 === 'number' && typeof feature2 === 'number';
  return isTyped ? c.json({ feature1, feature2 }) : c.json({ detail: 'two numbers' }, 422);
});
export default app;
