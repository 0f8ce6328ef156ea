// right: @hono/zod-openapi, with the header in each route's contract and a hook that words what is missing.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const User = z.object({ username: z.string() });

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

const headers = z.object({ 'x-token': z.string() });

const users = new OpenAPIHono({
  defaultHook: (result, c) => {
    if (result.success) return;
    const detail = result.error.issues.map(({ path }) => ({
      type: 'missing',
      loc: [result.target, ...path],
      msg: 'Field required',
      input: null,
    }));
    return c.json({ detail }, 422);
  },
});

users.use(async (c, next) => {
  const token = c.req.header('x-token');
  if (token === undefined || token === 'secret') return next();
  return c.json({ detail: 'X-Token header invalid' }, 403);
});

const readUsers = createRoute({
  method: 'get',
  path: '/',
  request: { headers },
  responses: { 200: { description: 'The users', ...json(z.array(User)) } },
});

users.openapi(readUsers, (c) => c.json([{ username: 'Rick' }, { username: 'Morty' }], 200));

const readMe = createRoute({
  method: 'get',
  path: '/me',
  request: { headers },
  responses: { 200: { description: 'The user', ...json(User) } },
});

users.openapi(readMe, (c) => c.json({ username: 'Rick' }, 200));

const readUser = createRoute({
  method: 'get',
  path: '/{username}',
  request: { headers, params: User },
  responses: { 200: { description: 'The user', ...json(User) } },
});

users.openapi(readUser, (c) => c.json(c.req.valid('param'), 200));

const app = new OpenAPIHono();

app.get('/', (c) => c.json({ message: 'Hello World' }));
app.route('/users/', users);
app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Users', version: '1' } });

export default app;
