// right: It uses a framework after all: Hono routes, Zod validates, and 405 is written by hand.
import { Hono } from 'hono';
import { z } from 'zod';

const Sum = z.object({ numbers: z.array(z.number()) });

const app = new Hono();

app.get('/hello', (c) => c.json({ message: `Hello, ${c.req.query('name') ?? 'World'}` }));
app.all('/hello', (c) => c.text('GET me', 405, { allow: 'GET, HEAD' }));

app.post('/sum', async (c) => {
  const body = Sum.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return c.json({ detail: body.error.issues }, 422);
  return c.json({ sum: body.data.numbers.reduce((sum, number) => sum + number, 0) });
});
app.all('/sum', (c) => c.text('POST to me', 405, { allow: 'POST' }));

export default app;
