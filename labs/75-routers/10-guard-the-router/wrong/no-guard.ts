// rejected-by: asks-for-the-token
// mistake: Has no guard at all.
import { Hono } from 'hono';

const app = new Hono();
const users = new Hono();

app.get('/', (c) => c.json({ message: 'Hello World' }));

users.get('/', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]));

users.get('/me', (c) => c.json({ username: 'Rick' }));

users.get('/:username', (c) => c.json({ username: c.req.param('username') }));

app.route('/users/', users);

export default app;
