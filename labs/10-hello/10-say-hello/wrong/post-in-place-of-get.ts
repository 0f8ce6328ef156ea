// rejected-by: says-hello
// mistake: It registers the route for POST.
import { Hono } from 'hono';

const app = new Hono();

app.post('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
