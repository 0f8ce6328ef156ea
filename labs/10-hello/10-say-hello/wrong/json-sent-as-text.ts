// rejected-by: says-hello
// mistake: It makes the JSON itself and sends it as text/plain.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.text(JSON.stringify({ message: 'Hello World' })));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
