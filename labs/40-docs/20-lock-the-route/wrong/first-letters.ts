// rejected-by: refuses-another-token
// mistake: Looks at the first letters of the token only.
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { bearerAuth } from 'hono/bearer-auth';

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
  middleware: bearerAuth({ verifyToken: (token) => token.startsWith('secret') }),
  responses: { 200: { description: 'The report' } },
});

app.openapi(readReport, (c) => c.json({ visits: 42 }));

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Report', version: '1.0.0' } });

export default app;
