// rejected-by: keeps-the-name-as-it-is
// mistake: Its path takes small letters only.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name{[a-z]+}', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
