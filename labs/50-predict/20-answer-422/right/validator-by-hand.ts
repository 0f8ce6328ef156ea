// right: Hono's validator with a function of its own, a logger, CORS, headers and more routes.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { logger } from 'hono/logger';
import { requestId } from 'hono/request-id';

type Entry = { type: string; loc: string[]; msg: string; input: unknown };
type Numbers = { feature1: number; feature2: number };

const messages: Record<string, string> = {
  missing: 'Field required',
  float_type: 'Input should be a valid number',
  float_parsing: 'Input should be a valid number, unable to parse string as a number',
};

const entry = (type: string, loc: string[], input: unknown): Entry => ({
  type,
  loc,
  msg: messages[type] ?? 'JSON decode error',
  input,
});

function nameType(value: unknown): string | undefined {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') {
    return /^\s*[+-]?\d*\.?\d+(e[+-]?\d+)?\s*$/i.test(value) ? undefined : 'float_parsing';
  }
  return typeof value === 'number' ? undefined : 'float_type';
}

const app = new Hono<{ Variables: { numbers: Numbers } }>();

app.use(logger(), cors({ origin: '*' }), requestId());
app.get('/', (c) => c.redirect('/health'));
app.get('/health', (c) => c.body(null, 204));

app.use('/predict', async (c, next) => {
  const text = await c.req.text();
  let body: Record<string, unknown> | null = null;
  try {
    if (text.length > 0) body = JSON.parse(text);
  } catch {
    return c.json({ detail: [entry('json_invalid', ['body'], text)] }, 422);
  }
  if (body === null) return c.json({ detail: [entry('missing', ['body'], null)] }, 422);
  const detail: Entry[] = [];
  for (const field of ['feature1', 'feature2']) {
    const type = nameType(body[field]);
    if (type === undefined) continue;
    detail.push(entry(type, ['body', field], type === 'missing' ? body : body[field]));
  }
  if (detail.length > 0) return c.json({ detail, requestId: c.get('requestId') }, 422);
  c.set('numbers', { feature1: Number(body.feature1), feature2: Number(body.feature2) });
  return next();
});

app.post('/predict', (c) => c.json(c.get('numbers')));

export default app;
