// right: Hono's own request id, and a second middleware for the time.
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';

const app = new Hono();

app.use('*', requestId({ limitLength: 64 }));
app.use('*', async (c, next) => {
  const startedAtMs = Date.now();
  try {
    await next();
  } finally {
    c.res.headers.set('x-process-time', ((Date.now() - startedAtMs) / 1000).toFixed(3));
  }
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
