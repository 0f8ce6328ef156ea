// right: Hono's validator reads the header, CORS stands before all, and the docs ask for no token either.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { validator } from 'hono/validator';

const checkToken = validator('header', (headers, c) => {
  const token = headers['x-token'];
  if (token === undefined) {
    const loc = ['header', 'x-token'];
    return c.json({ detail: [{ type: 'missing', loc, msg: 'Field required', input: null }] }, 422);
  }
  if (token !== 'secret') return c.json({ detail: 'X-Token header invalid' }, 403);
  return { token };
});

const users = new Hono({ strict: false })
  .use('*', checkToken)
  .get('/', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]))
  .get('/me', (c) => c.json({ username: 'Rick' }))
  .get('/:username', (c) => c.json({ username: c.req.param('username') }))
  .all('*', (c) => c.json({ detail: 'Not Found' }, 404));

const app = new Hono({ strict: false });

app.use(cors());
app.get('/docs', (c) => c.html('<h1>Docs</h1>'));
app.get('/', (c) => c.json({ message: 'Hello World' }));
app.route('/users', users);

export default app;
