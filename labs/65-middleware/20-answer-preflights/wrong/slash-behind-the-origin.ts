// rejected-by: answers-the-preflight
// mistake: Spells the origins with a slash at the end, as in an address bar.
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const app = new Hono();

app.use(
  cors({
    origin: ['https://shop.example/', 'http://localhost:3000/'],
    credentials: true,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['X-Token', 'Content-Type'],
  }),
);

app.use('/orders', async (c, next) => {
  if (c.req.header('x-token') !== 'secret') return c.json({ detail: 'Not authenticated' }, 401);
  await next();
});

app.get('/orders', (c) => c.json([{ id: 1, item: 'Lamp' }]));

app.post('/orders', async (c) => {
  const { item } = await c.req.json();
  return c.json({ id: 2, item }, 201);
});

export default app;
