// right: A guard of its own throws an exception; the route is in a router, and its 401 is documented.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { timingSafeEqual } from 'hono/utils/buffer';

const guard = createMiddleware(async (c, next) => {
  const [, token = ''] = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '') ?? [];
  if (!(await timingSafeEqual(token, 'secret'))) {
    const body = JSON.stringify({ detail: 'Not authenticated' });
    const headers = { 'WWW-Authenticate': 'Bearer', 'Content-Type': 'application/json' };
    throw new HTTPException(401, { res: new Response(body, { status: 401, headers }) });
  }
  await next();
});

const Report = z.object({ visits: z.int() }).openapi('Report');
const Problem = z.object({ detail: z.string() }).openapi('Problem');

const reports = new OpenAPIHono();

const { name } = reports.openAPIRegistry.registerComponent('securitySchemes', 'token', {
  type: 'http',
  scheme: 'bearer',
  description: 'Ask the office for one.',
});

reports.use(guard);
reports.openapi(
  createRoute({
    method: 'get',
    path: '/',
    tags: ['reports'],
    security: [{ [name]: [] }],
    responses: {
      200: { description: 'The report', content: { 'application/json': { schema: Report } } },
      401: { description: 'No token', content: { 'application/json': { schema: Problem } } },
    },
  }),
  (c) => c.json({ visits: 42 }, 200),
);

const app = new OpenAPIHono();

app.openapi(
  createRoute({ method: 'get', path: '/', responses: { 200: { description: 'A greeting' } } }),
  (c) => c.json({ message: 'Hello' }),
);
app.route('/report', reports);
app.doc('/openapi.json', { openapi: '3.0.0', info: { title: 'Reports', version: '2' } });

export default app;
