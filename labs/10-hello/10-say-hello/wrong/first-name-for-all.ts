// rejected-by: greets-by-name
// mistake: It remembers the first reply and sends it to everybody.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
let reply: { message: string } | undefined;

app.get('/hello/:name', (c) => {
  reply ??= { message: `Hello, ${c.req.param('name')}` };
  return c.json(reply);
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
