// right: CommonJS: require, module.exports, and routers made by a function.
const { Hono } = require('hono');

function createVersion(write) {
  const router = new Hono({ strict: false });
  return router.get('/greeting/:name', (c) => c.json(write(`Hello, ${c.req.param('name')}`)));
}

const app = new Hono({ strict: false });

app.mount('/v1', createVersion((message) => ({ message })).fetch);
app.mount('/v2', createVersion((text) => ({ text, lang: 'en' })).fetch);

module.exports = app;
