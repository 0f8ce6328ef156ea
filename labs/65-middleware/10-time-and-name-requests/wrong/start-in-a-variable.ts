// rejected-by: keeps-requests-apart
// mistake: Keeps the start in a variable that all requests share.
import { Hono } from 'hono';

const app = new Hono();

let startedAtMs = 0;

app.use(async (c, next) => {
  startedAtMs = performance.now();
  const given = c.req.header('x-request-id') ?? '';
  const isPlain = /^[A-Za-z0-9_-]{1,64}$/.test(given);
  const id = isPlain ? given : crypto.randomUUID();
  await next();
  c.header('X-Request-ID', id);
  c.header('X-Process-Time', String((performance.now() - startedAtMs) / 1000));
});

app.get('/', (c) => c.json({ message: 'Hello World' }));

app.get('/slow', async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return c.json({ message: 'Done' });
});

app.get('/boom', () => {
  throw new Error('boom');
});

export default app;
