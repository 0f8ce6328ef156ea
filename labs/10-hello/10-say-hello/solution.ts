import { Hono } from 'hono';

const app = new Hono();

// #region root
app.get('/', (c) => c.json({ message: 'Hello World' }));
// #endregion

// #region hello
app.get('/hello/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));
// #endregion

// #region not-found
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));
// #endregion

export default app;
