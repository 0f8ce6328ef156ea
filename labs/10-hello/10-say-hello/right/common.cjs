// right: It is CommonJS: require and module.exports.
const { Hono } = require('hono');

const app = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.get('/hello/:who', (c) => {
  const { who } = c.req.param();
  return c.json({ message: 'Hello, '.concat(who) });
});
app.all('*', (c) => c.json({ detail: 'Not Found' }, 404));

module.exports = app;
