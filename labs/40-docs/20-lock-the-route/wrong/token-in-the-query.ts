// rejected-by: asks-for-a-token
// mistake: Takes the token from the query as well.
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';

const app = new OpenAPIHono();

app.openapi(
  createRoute({ method: 'get', path: '/', responses: { 200: { description: 'A greeting' } } }),
  (c) => c.json({ message: 'Hello' }),
);

app.openAPIRegistry.registerComponent('securitySchemes', 'Bearer', {
  type: 'http',
  scheme: 'bearer',
});

const readReport = createRoute({
  method: 'get',
  path: '/report',
  security: [{ Bearer: [] }],
  middleware: async (c, next) => {
    const sent = c.req.header('authorization') ?? `Bearer ${c.req.query('token')}`;
    if (sent !== 'Bearer secret') {
      return c.json({ detail: 'No' }, 401, { 'WWW-Authenticate': 'Bearer' });
    }
    await next();
  },
  responses: { 200: { description: 'The report' } },
});

app.openapi(readReport, (c) => c.json({ visits: 42 }));

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Report', version: '1.0.0' } });

export default app;
