// right: It has CORS, a logger, headers and routes of its own, and a validator written by hand.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { logger } from 'hono/logger';
import { validator } from 'hono/validator';

const app = new Hono();

app.use(logger(), cors());
app.use(async (c, next) => {
  const startedAt = performance.now();
  await next();
  c.header('X-Process-Time', String(performance.now() - startedAt));
  c.header('Set-Cookie', 'visited=1');
});

app.get('/', (c) => c.html('<h1>It runs</h1>'));
app.get('/health', (c) => c.json({ status: 'ok' }));

app.post(
  '/predict',
  validator('json', (value, c) => {
    const { feature1, feature2 } = value ?? {};
    const isValid = typeof feature1 === 'number' && typeof feature2 === 'number';
    return isValid ? { feature1, feature2 } : c.json({ message: 'Two numbers, please' }, 400);
  }),
  (c) => c.json(c.req.valid('json')),
);

export default app;
