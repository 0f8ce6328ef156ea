// rejected-by: serves-two-versions-only
// mistake: Answers what nobody serves with 200.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

app.route('/v1', first);
app.route('/v2', second);
app.notFound((c) => c.json({ detail: 'Not Found' }, 200));

export default app;
