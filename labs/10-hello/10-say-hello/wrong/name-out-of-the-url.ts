// rejected-by: decodes-the-name
// mistake: It cuts the name out of the URL, where it is still encoded.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => {
  const name = c.req.url.split('/').at(-1);
  return c.json({ message: `Hello, ${name}` });
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
