// right: It states each route with @hono/zod-openapi, and serves its own docs.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Greeting = z.object({ message: z.string() }).openapi('Greeting');
const responses = {
  200: { description: 'The greeting', content: { 'application/json': { schema: Greeting } } },
};

const root = createRoute({ method: 'get', path: '/', responses });
const hello = createRoute({
  method: 'get',
  path: '/hello/{name}',
  request: { params: z.object({ name: z.string() }) },
  responses,
});

const app = new OpenAPIHono();

app.openapi(root, (c) => c.json({ message: 'Hello World' }, 200));
app.openapi(hello, (c) => c.json({ message: `Hello, ${c.req.valid('param').name}` }, 200));
app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Hello', version: '1.0.0' } });
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
