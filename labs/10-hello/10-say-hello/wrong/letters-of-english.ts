// rejected-by: decodes-the-name
// mistake: Its path takes the letters, digits and signs of English names only.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name{[A-Za-z0-9.-]+}', (c) =>
  c.json({ message: `Hello, ${c.req.param('name')}` }),
);
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
