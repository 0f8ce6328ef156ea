// rejected-by: serves-two-versions-only
// mistake: Takes each version that begins with v1 or v2.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

app.route('/:version{v1.*}', first);
app.route('/:version{v2.*}', second);

export default app;
