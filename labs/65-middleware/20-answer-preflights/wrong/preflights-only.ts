// rejected-by: shows-the-reply
// mistake: Answers preflights and leaves the replies themselves without headers.
import { Hono } from 'hono';

const app = new Hono();

const origins = ['https://shop.example', 'http://localhost:3000'];

app.options('/orders', (c) => {
  const origin = c.req.header('origin') ?? '';
  if (origins.includes(origin)) {
    c.header('Access-Control-Allow-Origin', origin);
    c.header('Access-Control-Allow-Credentials', 'true');
    c.header('Access-Control-Allow-Methods', 'GET, POST');
    c.header('Access-Control-Allow-Headers', 'X-Token, Content-Type');
  }
  return c.body(null, 204);
});

app.use('/orders', async (c, next) => {
  if (c.req.header('x-token') !== 'secret') return c.json({ detail: 'Not authenticated' }, 401);
  await next();
  c.header('Vary', 'Origin');
});

app.get('/orders', (c) => c.json([{ id: 1, item: 'Lamp' }]));

app.post('/orders', async (c) => {
  const { item } = await c.req.json();
  return c.json({ id: 2, item }, 201);
});

export default app;
