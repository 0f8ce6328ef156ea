// rejected-by: shows-refusals
// mistake: Adds the headers only to replies that are ok.
import { Hono } from 'hono';

const app = new Hono();

const origins = ['https://shop.example', 'http://localhost:3000'];

app.use(async (c, next) => {
  const origin = c.req.header('origin') ?? '';
  if (c.req.method === 'OPTIONS') {
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', 'X-Token, Content-Type');
    c.res = c.body(null, 204);
  } else {
    await next();
    c.header('Vary', 'Origin');
  }
  if (!c.res.ok || !origins.includes(origin)) return;
  c.header('Access-Control-Allow-Origin', origin);
  c.header('Access-Control-Allow-Credentials', 'true');
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
