// rejected-by: greets-by-name
// mistake: It writes the template in quotes, so that nothing is filled in.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
// biome-ignore lint/suspicious/noTemplateCurlyInString: this is the mistake
app.get('/hello/:name', (c) => c.json({ message: 'Hello, ${c.req.param("name")}' }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
