// rejected-by: keeps-the-name-as-it-is
// mistake: It takes the part before the first point, as if the name were that of a file.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => {
  const [name] = c.req.param('name').split('.');
  return c.json({ message: `Hello, ${name}` });
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
