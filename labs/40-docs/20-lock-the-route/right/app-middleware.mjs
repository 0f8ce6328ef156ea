// right: JavaScript; the lock is an `app.use` for one path, and the scheme also comes with an API key.
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { bearerAuth } from 'hono/bearer-auth';

const app = new OpenAPIHono();
const responses = { 200: { description: 'Fine' } };

app.use('/report', bearerAuth({ token: ['secret'], realm: 'report' }));

for (const [name, scheme] of Object.entries({
  Bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
  Key: { type: 'apiKey', in: 'query', name: 'key' },
})) {
  app.openAPIRegistry.registerComponent('securitySchemes', name, scheme);
}

app.openapi(createRoute({ method: 'get', path: '/', responses }), (c) =>
  c.json({ message: 'Hello' }),
);
app.openapi(
  createRoute({ method: 'get', path: '/report', security: [{ Bearer: [] }], responses }),
  (c) => c.json({ visits: 42 }, 200),
);
app.get('/openapi.json', (c) =>
  c.json(app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Report', version: '1' } })),
);

export default app;
