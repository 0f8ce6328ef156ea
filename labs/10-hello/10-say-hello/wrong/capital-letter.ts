// rejected-by: greets-by-name
// mistake: It gives every name a capital letter.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
const readName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

app.get('/hello/:name', (c) => c.json({ message: `Hello, ${readName(c.req.param('name'))}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
