// rejected-by: greets-in-the-second-version
// mistake: Spells the language out.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/:name', (c) =>
  c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'English' }),
);

app.route('/v1', first);
app.route('/v2', second);

export default app;
