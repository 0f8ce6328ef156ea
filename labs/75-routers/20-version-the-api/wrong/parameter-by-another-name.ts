// rejected-by: greets-in-the-first-version
// mistake: Reads a parameter that is not in the path.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.query('name')}` }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.query('name')}`, lang: 'en' }));

app.route('/v1', first);
app.route('/v2', second);

export default app;
