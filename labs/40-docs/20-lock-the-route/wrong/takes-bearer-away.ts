// rejected-by: refuses-another-token
// mistake: Takes the word Bearer away where it stands, and does not ask whether it does.
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
    if (c.req.header('authorization')?.replace('Bearer ', '') !== 'secret') {
      return c.json({ detail: 'No' }, 401, { 'WWW-Authenticate': 'Bearer' });
    }
    await next();
  },
  responses: { 200: { description: 'The report' } },
});

app.openapi(readReport, (c) => c.json({ visits: 42 }));

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Report', version: '1.0.0' } });

export default app;
