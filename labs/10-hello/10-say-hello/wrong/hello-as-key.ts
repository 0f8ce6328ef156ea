// rejected-by: says-hello
// mistake: It answers {"Hello": "World"}, as FastAPI's own example does, in place of what is asked.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ Hello: 'World' }));
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
