// right: @hono/zod-openapi, and an id that Zod reads out of the header.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const app = new OpenAPIHono();
const RequestId = z
  .string()
  .regex(/^[a-z0-9_-]{1,64}$/i)
  .catch(() => crypto.randomUUID());
const responses = { 200: { description: 'A message' } };

app.use(async (c, next) => {
  const id = RequestId.parse(c.req.header('x-request-id'));
  const start = Date.now();
  await next();
  c.res = new Response(c.res.body, c.res);
  c.res.headers.set('x-request-id', id);
  c.res.headers.set('x-process-time', String((Date.now() - start) / 1000));
});

app.openapi(createRoute({ method: 'get', path: '/', responses }), (c) =>
  c.json({ message: 'Hello World' }),
);
app.openapi(createRoute({ method: 'get', path: '/slow', responses }), async (c) => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  return c.json({ message: 'Done' });
});
app.openapi(createRoute({ method: 'get', path: '/boom', responses }), () => {
  throw new Error('boom');
});

export default app;
