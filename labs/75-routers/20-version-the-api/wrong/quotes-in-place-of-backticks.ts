// rejected-by: greets-in-the-first-version
// mistake: Puts quotes around the text, and nothing is filled in.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the mistake
first.get('/greeting/:name', (c) => c.json({ message: "Hello, ${c.req.param('name')}" }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));

app.route('/v1', first);
app.route('/v2', second);

export default app;
