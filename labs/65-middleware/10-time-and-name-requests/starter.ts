import { Hono } from 'hono';

const app = new Hono();

// Write your middleware here, above the routes.

app.get('/', (c) => c.json({ message: 'Hello World' }));

app.get('/slow', async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return c.json({ message: 'Done' });
});

app.get('/boom', () => {
  throw new Error('boom');
});

export default app;
