// rejected-by: greets-in-the-first-version
// mistake: Joins the routers before they have routes.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

app.route('/v1', first);
app.route('/v2', second);

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

export default app;
