// right: The guard is the app's, for `/users/*`; the app does not mind a last slash; the exceptions are turned into JSON.
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { logger } from 'hono/logger';

const missing = { type: 'missing', loc: ['header', 'x-token'], msg: 'Field required', input: null };

const app = new Hono({ strict: false });

app.use(logger());

app.onError((error, c) => {
  if (!(error instanceof HTTPException)) return c.json({ detail: 'Internal Server Error' }, 500);
  return c.json({ detail: error.cause ?? error.message }, error.status);
});

app.use('/users/*', async (c, next) => {
  const token = c.req.header('X-Token');
  if (token === undefined) throw new HTTPException(422, { cause: [missing] });
  if (token !== 'secret') throw new HTTPException(403, { message: 'X-Token header invalid' });
  await next();
});

app.get('/users', (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }]));
app.get('/users/me', (c) => c.json({ username: 'Rick', since: 2013 }));
app.get('/users/:username', (c) => c.json({ username: c.req.param('username') }));
app.get('/', (c) => c.json({ message: 'Hello World' }));

export default app;
