// rejected-by: greets-in-the-second-version
// mistake: Joins the second router to the first, under `/v1/v2`.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

first.route('/v2', second);
app.route('/v1', first);

export default app;
