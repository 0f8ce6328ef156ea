// right: The versions share the greeting; base paths in place of routers; a logger; the docs name both.
import { Hono } from 'hono';
import { logger } from 'hono/logger';

const greet = (name: string) => ['Hello', name].join(', ');

const app = new Hono();

app.use(logger());
app.get('/', (c) => c.json({ versions: ['v1', 'v2'] }));
app.basePath('/v1').get('/greeting/:who', (c) => c.json({ message: greet(c.req.param('who')) }));
app.basePath('/v2').get('/greeting/:who', (c) => {
  return c.json({ lang: 'en', text: greet(c.req.param('who')) }, 200);
});
app.notFound((c) => c.json({ detail: 'Not Found' }, 404));

export default app;
