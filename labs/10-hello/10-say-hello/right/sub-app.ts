// right: It mounts a small app of its own at /hello and answers below a base path.
import { Hono } from 'hono';

const hello = new Hono().get('/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

const app = new Hono().basePath('/');
app.get('/', (c) => c.json({ message: 'Hello World' }));
app.route('/hello', hello);
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
