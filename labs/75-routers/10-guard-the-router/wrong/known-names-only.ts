// rejected-by: answers-any-name
// mistake: Answers the two users of the list only.
import { Hono } from 'hono';

const app = new Hono();
const users = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));

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

users.get('/', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]));

users.get('/me', (c) => c.json({ username: 'Rick' }));

users.get('/:username', (c) => {
  const username = c.req.param('username');
  if (!['Rick', 'Morty'].includes(username)) return c.json({ detail: 'Not Found' }, 404);
  return c.json({ username });
});

app.route('/users/', users);

export default app;
