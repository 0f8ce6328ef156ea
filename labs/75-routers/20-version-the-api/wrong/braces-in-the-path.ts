// rejected-by: greets-in-the-first-version
// mistake: Spells the parameter as FastAPI does.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/{name}', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/{name}', (c) =>
  c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }),
);

app.route('/v1', first);
app.route('/v2', second);

export default app;
