// rejected-by: keeps-the-name-as-it-is
// mistake: It writes every name in small letters.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
const readName = (name: string) => name.toLowerCase();

app.get('/hello/:name', (c) => c.json({ message: `Hello, ${readName(c.req.param('name'))}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
