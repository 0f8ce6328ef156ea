// rejected-by: greets-by-name
// mistake: It greets the name of the example, whoever asks.
import { Hono } from 'hono';

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:name', (c) => c.json({ message: 'Hello, Ada' }));
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
