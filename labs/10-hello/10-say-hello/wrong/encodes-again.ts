// rejected-by: decodes-the-name
// mistake: It encodes the name before it greets.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => {
  const name = encodeURIComponent(c.req.param('name'));
  return c.json({ message: `Hello, ${name}` });
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
