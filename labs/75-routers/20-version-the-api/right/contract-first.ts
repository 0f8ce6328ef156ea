// right: @hono/zod-openapi with one contract for each version.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const params = z.object({ name: z.string() });
const Old = z.object({ message: z.string() });
const New = z.object({ text: z.string(), lang: z.literal('en') });

const describeGreeting = <Schema extends z.ZodType>(schema: Schema) =>
  createRoute({
    method: 'get',
    path: '/greeting/{name}',
    request: { params },
    responses: {
      200: { description: 'The greeting', content: { 'application/json': { schema } } },
    },
  });

const first = new OpenAPIHono().openapi(describeGreeting(Old), (c) =>
  c.json({ message: `Hello, ${c.req.valid('param').name}` }, 200),
);
const second = new OpenAPIHono().openapi(describeGreeting(New), (c) =>
  c.json({ text: `Hello, ${c.req.valid('param').name}`, lang: 'en' as const }, 200),
);

const app = new OpenAPIHono();

app.route('/v1', first).route('/v2', second);
app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Greetings', version: '2' } });

export default app;
