import { Hono } from 'hono';

const app = new Hono();
const users = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));

// #region guard
const missing = {
  type: 'missing',
  loc: ['header', 'x-token'],
  msg: 'Field required',
  input: null,
};

users.use(async (c, next) => {
  const token = c.req.header('x-token');
  if (token === undefined) return c.json({ detail: [missing] }, 422);
  if (token !== 'secret') return c.json({ detail: 'X-Token header invalid' }, 403);
  await next();
});
// #endregion

// #region routes
users.get('/', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]));

// Above the route with a parameter, which would take `me` for a name.
users.get('/me', (c) => c.json({ username: 'Rick' }));

users.get('/:username', (c) => c.json({ username: c.req.param('username') }));
// #endregion

// #region join
app.route('/users/', users);
// #endregion

export default app;
