// rejected-by: answers-404
// mistake: It sends the JSON of the 404 as text/plain.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.text('{"detail": "Not Found"}', 404));

export default app;
