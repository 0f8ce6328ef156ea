import { Hono } from 'hono';

const app = new Hono();
const line = `${'flood '.repeat(2000)}\n`;
setInterval(() => {
  for (let index = 0; index < 200; index++) process.stdout.write(line);
}, 1);

app.post('/predict', async (c) => {
  const body = await c.req.json().catch(() => ({}));
  const { feature1, feature2 } = body;
  const isTyped = typeof feature1 === 'number' && typeof feature2 === 'number';
  return isTyped ? c.json({ feature1, feature2 }) : c.json({ detail: 'two numbers' }, 422);
});

export default app;
