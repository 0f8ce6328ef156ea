// rejected-by: asks-for-the-token
// mistake: Sends Zod's issues in place of FastAPI's entry.
import { Hono } from 'hono';
import { z } from 'zod';

const app = new Hono();
const users = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));

users.use(async (c, next) => {
  const result = z.string().safeParse(c.req.header('x-token'));
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  if (result.data !== 'secret') return c.json({ detail: 'X-Token header invalid' }, 403);
  await next();
});

users.get('/', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]));

users.get('/me', (c) => c.json({ username: 'Rick' }));

users.get('/:username', (c) => c.json({ username: c.req.param('username') }));

app.route('/users/', users);

export default app;
