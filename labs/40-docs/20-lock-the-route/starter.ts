import { createRoute, OpenAPIHono } from '@hono/zod-openapi';

const app = new OpenAPIHono();

app.openapi(
  createRoute({ method: 'get', path: '/', responses: { 200: { description: 'A greeting' } } }),
  (c) => c.json({ message: 'Hello' }),
);

// Everybody may read the report, and the document says so. Lock it in both.
const readReport = createRoute({
  method: 'get',
  path: '/report',
  responses: { 200: { description: 'The report' } },
});

app.openapi(readReport, (c) => c.json({ visits: 42 }));

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Report', version: '1.0.0' } });

export default app;
