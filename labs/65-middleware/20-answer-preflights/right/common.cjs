// right: CommonJS, hono/cors with a function, and options that were not asked for.
const { Hono } = require('hono');
const { cors } = require('hono/cors');

const app = new Hono();
const pages = ['https://shop.example', 'http://localhost:3000'];

app.use(
  '*',
  cors({
    origin: (origin) => (pages.includes(origin) ? origin : undefined),
    allowHeaders: ['content-type', 'x-token', 'x-request-id'],
    allowMethods: ['POST', 'GET', 'OPTIONS'],
    credentials: true,
    maxAge: 86_400,
    exposeHeaders: ['etag'],
  }),
);

app.use('/orders', async (c, next) => {
  if (c.req.header('x-token') === 'secret') return next();
  return c.json({ detail: 'Not authenticated' }, 401);
});

app.get('/orders', (c) => c.json([{ id: 1, item: 'Lamp' }]));
app.post('/orders', async (c) => c.json({ id: 2, item: (await c.req.json()).item }, 201));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

module.exports = app;
