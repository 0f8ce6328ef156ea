// rejected-by: answers-404
// mistake: It greets the world at every path that no other route takes.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.get('*', (c) => c.json({ message: 'Hello World' }));

export default app;
