// rejected-by: varies-by-origin
// mistake: Says nothing to caches where the origin is not known.
import { Hono } from 'hono';

const app = new Hono();

const origins = ['https://shop.example', 'http://localhost:3000'];

app.use(async (c, next) => {
  const origin = c.req.header('origin') ?? '';
  const isAllowed = origins.includes(origin);
  if (isAllowed) {
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Allow-Credentials', 'true');
  }
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', 'X-Token, Content-Type');
    return c.body(null, 204);
  }
  await next();
  if (isAllowed) c.header('Vary', 'Origin', { append: true });
});

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
