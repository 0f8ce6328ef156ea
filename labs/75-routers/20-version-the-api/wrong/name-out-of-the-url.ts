// rejected-by: greets-any-name
// mistake: Cuts the name out of the URL, and decodes nothing.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.url.split('/').at(-1)}` }));

second.get('/greeting/:name', (c) =>
  c.json({ text: `Hello, ${c.req.url.split('/').at(-1)}`, lang: 'en' }),
);

app.route('/v1', first);
app.route('/v2', second);

export default app;
