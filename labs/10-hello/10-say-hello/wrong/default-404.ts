// rejected-by: answers-404
// mistake: It leaves the 404 to Hono, which sends plain text.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

export default app;
