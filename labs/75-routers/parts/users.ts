import { createRoute, z } from '@hono/zod-openapi';
import { HTTPError } from '../../kit/http-error.ts';
import { ok } from '../../kit/json-content.ts';
import { createRouter, type Dependency } from '../../kit/router.ts';

// #region dependency
/** Every route of the router asks for this header before it looks at anything else. */
export const getToken: Dependency = {
  name: 'getToken',
  request: { headers: z.object({ 'x-token': z.string().openapi({ examples: ['secret'] }) }) },
  run: (c) => {
    if (c.req.header('x-token') !== 'secret') throw new HTTPError(403, 'X-Token header invalid');
  },
};
// #endregion

// #region router
export const users = createRouter({
  tags: ['users'],
  dependencies: [getToken],
  responses: { 403: { description: 'X-Token header invalid' } },
});
// #endregion

// #region routes
const readUsers = createRoute({ method: 'get', path: '/', operationId: 'users', responses: ok });

users.openapi(readUsers, (c) => c.json([{ username: 'Rick' }], 200));

// Before the route with a parameter, which would take `me` for a name.
const readMe = createRoute({ method: 'get', path: '/me', operationId: 'user_me', responses: ok });

users.openapi(readMe, (c) => c.json({ username: 'me' }, 200));

const readUser = createRoute({
  method: 'get',
  path: '/{username}',
  operationId: 'user',
  summary: 'Get a user',
  description: 'Long **description** of the user route.',
  deprecated: true,
  request: { params: z.object({ username: z.string() }) },
  responses: { 200: { description: 'The user' } },
});

users.openapi(readUser, (c) => c.json({ username: c.req.valid('param').username }, 200));
// #endregion
