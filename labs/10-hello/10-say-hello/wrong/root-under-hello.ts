// rejected-by: says-hello
// mistake: It greets everybody at /hello, not at the root.
import { Hono } from 'hono';

const app = new Hono();

app.get('/hello', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
