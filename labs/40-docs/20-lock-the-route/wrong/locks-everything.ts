// rejected-by: leaves-the-rest-open
// mistake: Locks every path of the app.
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { bearerAuth } from 'hono/bearer-auth';

const app = new OpenAPIHono();

app.use(bearerAuth({ token: 'secret' }));

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
  responses: { 200: { description: 'The report' } },
});

app.openapi(readReport, (c) => c.json({ visits: 42 }));

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Report', version: '1.0.0' } });

export default app;
