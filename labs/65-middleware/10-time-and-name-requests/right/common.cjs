// right: CommonJS, with the id in the context and errors answered as JSON.
const { randomBytes } = require('node:crypto');
const { Hono } = require('hono');

const app = new Hono();

app.use(async (c, next) => {
  const [given] = /^[\w-]{1,64}$/.exec(c.req.header('X-Request-Id') ?? '') ?? [];
  c.set('id', given ?? randomBytes(16).toString('hex'));
  await next();
  c.res.headers.set('X-REQUEST-ID', c.get('id'));
});

app.use(async (c, next) => {
  const start = performance.now();
  await next();
  c.header('x-process-time', `${(performance.now() - start) / 1e3}`);
});

app.onError((error, c) => c.json({ detail: error.name, id: c.get('id') }, 500));
app.notFound((c) => c.json({ detail: 'Not Found', id: c.get('id') }, 404));

app.get('/', (c) => c.json({ message: 'Hello World', id: c.get('id') }));
app.get('/slow', async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 120));
  return c.json({ message: 'Done' });
});
app.get('/boom', () => {
  throw new TypeError('boom');
});

module.exports = app;
