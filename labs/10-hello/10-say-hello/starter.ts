import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => {
  // Greet everybody here, then add a route that greets one person by name.
  return c.json({ message: 'Not written yet' }, 501);
});

export default app;
