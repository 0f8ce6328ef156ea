// rejected-by: declares-the-scheme
// mistake: Declares the token as a key in a header.
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { bearerAuth } from 'hono/bearer-auth';

const app = new OpenAPIHono();

app.openapi(
  createRoute({ method: 'get', path: '/', responses: { 200: { description: 'A greeting' } } }),
  (c) => c.json({ message: 'Hello' }),
);

app.openAPIRegistry.registerComponent('securitySchemes', 'Bearer', {
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
});

const readReport = createRoute({
  method: 'get',
  path: '/report',
  security: [{ Bearer: [] }],
  middleware: bearerAuth({ token: 'secret' }),
  responses: { 200: { description: 'The report' } },
});

app.openapi(readReport, (c) => c.json({ visits: 42 }));

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Report', version: '1.0.0' } });

export default app;
