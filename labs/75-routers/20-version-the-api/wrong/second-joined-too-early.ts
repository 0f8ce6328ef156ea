// rejected-by: greets-in-the-second-version
// mistake: Joins the second router before it has a route.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

app.route('/v2', second);

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

app.route('/v1', first);

export default app;
