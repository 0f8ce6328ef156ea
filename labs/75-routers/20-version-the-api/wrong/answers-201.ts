// rejected-by: greets-in-the-first-version
// mistake: Answers with 201.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }, 201));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

app.route('/v1', first);
app.route('/v2', second);

export default app;
