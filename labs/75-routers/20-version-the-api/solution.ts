import { Hono } from 'hono';

const app = new Hono();
const first = new Hono();
const second = new Hono();

// #region routes
first.get('/greeting/:name', (c) => c.json({ message: `Hello, ${c.req.param('name')}` }));

second.get('/greeting/:name', (c) => c.json({ text: `Hello, ${c.req.param('name')}`, lang: 'en' }));
// #endregion

// #region join
app.route('/v1', first);
app.route('/v2', second);
// #endregion

export default app;
