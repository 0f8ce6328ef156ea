// right: By hand, with a status of its own for a preflight that is refused.
import { Hono } from 'hono';

const app = new Hono();

const origins = new Set(['https://shop.example', 'http://localhost:3000']);

app.use('*', async (c, next) => {
  const origin = c.req.header('origin');
  const isPreflight = c.req.method === 'OPTIONS' && c.req.header('access-control-request-method');
  if (isPreflight && !origins.has(origin ?? '')) return c.text('Disallowed CORS origin', 403);
  if (isPreflight) {
    return c.text('OK', 200, {
      'access-control-allow-origin': origin ?? '',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'post, get, head',
      'access-control-allow-headers': 'CONTENT-TYPE,X-TOKEN,Accept',
      'access-control-max-age': '5',
    });
  }
  await next();
  c.res.headers.append('vary', 'Accept, Origin');
  if (origin === undefined || !origins.has(origin)) return;
  c.res.headers.set('access-control-allow-origin', origin);
  c.res.headers.set('access-control-allow-credentials', 'true');
  c.res.headers.set('access-control-expose-headers', 'X-Process-Time');
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
