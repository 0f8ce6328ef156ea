// right: It has CORS, a logger, headers, routes and keys of its own, and answers 404 from an exception.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { logger } from 'hono/logger';

const app = new Hono();

app.use(logger(), cors());
app.use(async (c, next) => {
  await next();
  c.header('X-Served-By', 'hello');
});

app.get('/health', (c) => c.json({ status: 'ok' }));
app.get('/', (c) => c.json({ message: 'Hello World', docs: '/docs' }));
app.get('/hello/:name', (c) => {
  const name = c.req.param('name');
  return c.json({ name, message: `Hello, ${name}` });
});

app.notFound(() => {
  throw new HTTPException(404, { message: 'Not Found' });
});
app.onError((error, c) => {
  const status = error instanceof HTTPException ? error.status : 500;
  return c.json({ detail: error.message, path: c.req.path }, status);
});

export default app;
