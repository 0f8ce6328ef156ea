// rejected-by: times-the-reply
// mistake: Writes milliseconds where seconds are asked for.
import { Hono } from 'hono';

const app = new Hono();

app.use(async (c, next) => {
  const startedAtMs = performance.now();
  const given = c.req.header('x-request-id') ?? '';
  const isPlain = /^[A-Za-z0-9_-]{1,64}$/.test(given);
  const id = isPlain ? given : crypto.randomUUID();
  await next();
  c.header('X-Request-ID', id);
  c.header('X-Process-Time', String(performance.now() - startedAtMs));
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
