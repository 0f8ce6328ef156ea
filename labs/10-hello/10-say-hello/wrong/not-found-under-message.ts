// rejected-by: answers-404
// mistake: It puts the words of the 404 under message.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ message: 'Not Found' }, 404));

export default app;
