import { Hono } from 'hono';

const app = new Hono();
const users = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));

users.get('/', (c) => {
  // List the users here, then add two routes and, above all three, what they ask for.
  return c.json({ message: 'Not written yet' }, 501);
});

app.route('/users/', users);

export default app;
