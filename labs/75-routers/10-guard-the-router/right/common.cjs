// right: CommonJS: require, module.exports, and a guard made by a function.
const { Hono } = require('hono');
const { requestId } = require('hono/request-id');

function requireToken(secret) {
  return (c, next) => {
    const token = c.req.raw.headers.get('X-TOKEN');
    if (token === secret) return next();
    if (token !== null) return c.json({ detail: 'X-Token header invalid' }, 403);
    const loc = ['header', 'x-token'];
    return c.json({ detail: [{ type: 'missing', loc, msg: 'Field required', input: null }] }, 422);
  };
}

const users = new Hono()
  .use('*', requireToken('secret'))
  .get('/users/', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]))
  .get('/users/:username', (c) => {
    const { username } = c.req.param();
    return c.json({ username: username === 'me' ? 'Rick' : username });
  });

const app = new Hono().use(requestId()).get('/', (c) => c.json({ message: 'Hello World' }));

app.all('/users/*', (c) => users.fetch(c.req.raw));

module.exports = app;
