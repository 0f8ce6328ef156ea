// rejected-by: says-hello
// mistake: It answers with c.text, so that the words come without JSON.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.text('Hello World'));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
