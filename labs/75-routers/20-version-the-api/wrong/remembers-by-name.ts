// rejected-by: keeps-the-versions-apart
// mistake: Remembers the reply by the name alone.
import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();
const replies = new Map<string, object>();

function remember(name: string, reply: object): object {
  if (!replies.has(name)) replies.set(name, reply);
  return replies.get(name) ?? reply;
}

first.get('/greeting/:name', (c) =>
  c.json(remember(c.req.param('name'), { message: `Hello, ${c.req.param('name')}` })),
);

second.get('/greeting/:name', (c) =>
  c.json(remember(c.req.param('name'), { text: `Hello, ${c.req.param('name')}`, lang: 'en' })),
);

app.route('/v1', first);
app.route('/v2', second);

export default app;
