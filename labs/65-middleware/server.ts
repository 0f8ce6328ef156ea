// #region imports
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { answerError } from '../kit/answer-error.ts';
import { cors } from '../kit/cors.ts';
import { gzip } from '../kit/gzip.ts';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { jsonBody, ok } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { processTime } from '../kit/process-time.ts';
import { noContent } from '../kit/replies.ts';
import { readSession, session } from '../kit/session.ts';
import { named } from '../kit/trace-routes.ts';

// #endregion

// #region app
const app = createLab({ title: 'Middleware', version: '1.0.0' });
// #endregion

// #region state
declare module 'hono' {
  /** What `c.set` and `c.get` know of: the state of one request. */
  interface ContextVariableMap {
    requestId: string;
    wayIn: string[] | undefined;
  }
}
// #endregion

// The first that is registered is the outermost, the last one the innermost.

// #region cors
app.use(
  cors({
    allowOrigins: ['http://localhost:3000'],
    allowCredentials: true,
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['X-Request-ID', 'Content-Type'],
    exposeHeaders: ['X-Request-ID', 'X-Process-Time'],
    maxAgeSeconds: 600,
  }),
);
// #endregion

// #region process-time
app.use(processTime());
// #endregion

// #region request-id
const requestId: MiddlewareHandler = async (c, next) => {
  const given = c.req.header('x-request-id') ?? '';
  const isPlain = /^[A-Za-z0-9_-]{1,64}$/.test(given);
  c.set('requestId', isPlain ? given : crypto.randomUUID());
  await next();
  c.header('X-Request-ID', c.get('requestId'));
};
app.use(requestId);
// #endregion

// #region sessions
app.use(
  session({
    // Out of the environment in a real app. Whoever knows it can sign any session.
    secretKey: 'for-this-lab-only',
    // Ten years, so that the cookies of a lesson stay good.
    maxAgeSeconds: 10 * 365 * 24 * 60 * 60,
  }),
);
// #endregion

// #region compress
app.use(gzip({ minimumSize: 500 }));
// #endregion

// #region errors
class UnicornError extends Error {
  readonly unicorn: string;

  constructor(unicorn: string) {
    super(`${unicorn} did something`);
    this.unicorn = unicorn;
  }
}

app.onError((error, c) => {
  if (error instanceof UnicornError) {
    return c.json({ message: `Oops! ${error.unicorn} did something.` }, 418);
  }
  return answerError(error, c);
});

const readItem = createRoute({
  method: 'get',
  path: '/items/{item_id}',
  operationId: 'read_item',
  request: { params: z.object({ item_id: int() }) },
  responses: {
    ...ok,
    404: { description: 'Item not found' },
    418: { description: 'A unicorn did it' },
  },
});

app.openapi(readItem, (c) => {
  const { item_id } = c.req.valid('param');
  if (item_id === 404) {
    throw new HTTPError(404, 'Item not found', { 'X-Error': 'There goes my error' });
  }
  if (item_id === 418) throw new UnicornError('yolo');
  return c.json({ item_id }, 200);
});
// #endregion

// #region crash
const boom = createRoute({ method: 'get', path: '/boom', responses: ok });

app.openapi(boom, () => {
  throw new Error('boom');
});
// #endregion

// #region root
const root = createRoute({ method: 'get', path: '/', responses: ok });

app.openapi(root, (c) => c.json({ message: 'Hello World' }, 200));
// #endregion

// #region read-id
const readId = createRoute({ method: 'get', path: '/id', operationId: 'read_id', responses: ok });

app.openapi(readId, (c) => c.json({ request_id: c.get('requestId') }, 200));
// #endregion

// #region letters
const readLetters = createRoute({
  method: 'get',
  path: '/letters/{count}',
  operationId: 'read_letters',
  request: { params: z.object({ count: int({ ge: 0, le: 10_000 }) }) },
  responses: ok,
});

app.openapi(readLetters, (c) => c.json({ letters: 'a'.repeat(c.req.valid('param').count) }, 200));
// #endregion

// #region session
const Login = z.object({ name: z.string().min(1).max(40) }).openapi('Login');

const login = createRoute({
  method: 'post',
  path: '/login',
  request: { body: jsonBody(Login) },
  responses: ok,
});

app.openapi(login, (c) => {
  const { name } = c.req.valid('json');
  readSession(c).set('name', name);
  return c.json({ name }, 200);
});

const readMe = createRoute({ method: 'get', path: '/me', operationId: 'read_me', responses: ok });

app.openapi(readMe, (c) => c.json({ name: readSession(c).get('name') ?? null }, 200));

const logout = createRoute({
  method: 'post',
  path: '/logout',
  responses: { 204: { description: 'Successful Response' } },
});

app.openapi(logout, (c) => {
  readSession(c).clear();
  return noContent(c);
});
// #endregion

// #region order
const order = createLab({ title: 'Order' });

// #region note
function note(name: string): MiddlewareHandler {
  return named(name, async (c, next) => {
    const wayIn = c.get('wayIn') ?? [];
    c.set('wayIn', [...wayIn, name]);
    await next();
    c.header('X-Way-Out', name, { append: true });
  });
}
// #endregion

// #region add
order.use(note('outer'));
order.use(note('inner'));
// #endregion

const readOrder = createRoute({
  method: 'get',
  path: '/',
  operationId: 'read_order',
  responses: ok,
});

order.openapi(readOrder, (c) => c.json({ way_in: c.get('wayIn') }, 200));

app.mount('/order', order.fetch);
// #endregion

export default app;
