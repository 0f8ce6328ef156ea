import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => {
  // Greet in the words of the first version here, then add the same route to the second.
  return c.json({ message: 'Not written yet' }, 501);
});

app.route('/v1', first);
app.route('/v2', second);

export default app;
