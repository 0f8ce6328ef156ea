// rejected-by: decodes-the-name
// mistake: It turns %20 into a space by hand, and nothing else.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => {
  const name = new URL(c.req.url).pathname.split('/')[2]?.replaceAll('%20', ' ');
  return c.json({ message: `Hello, ${name}` });
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
