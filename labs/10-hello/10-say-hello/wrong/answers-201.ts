// rejected-by: says-hello
// mistake: It answers with 201, which says that something was created.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }, 201));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
