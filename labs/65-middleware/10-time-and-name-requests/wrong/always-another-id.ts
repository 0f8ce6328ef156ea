// rejected-by: keeps-the-id-that-was-sent
// mistake: Makes a new id for every request, whatever was sent.
import { Hono } from 'hono';

const app = new Hono();

let count = 0;

app.use(async (c, next) => {
  const startedAtMs = performance.now();
  const id = `request-${++count}`;
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
