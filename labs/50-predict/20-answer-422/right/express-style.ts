// right: JavaScript habits: one middleware that reads the body, errors thrown and caught in one place.
import { Hono } from 'hono';

class Refused extends Error {
  detail: object[];

  constructor(detail: object[]) {
    super('refused');
    this.detail = detail;
  }
}

const isNumberText = (text: string) => text.trim().length > 0 && !Number.isNaN(Number(text));

const toError = (body: Record<string, unknown>, name: string) => {
  const loc = ['body', name];
  if (!Object.hasOwn(body, name)) {
    return [{ loc, input: body, type: 'missing', msg: 'Field required' }];
  }
  const input = body[name];
  switch (typeof input) {
    case 'number':
      return [];
    case 'string': {
      const msg = 'Input should be a valid number, unable to parse string as a number';
      return isNumberText(input) ? [] : [{ loc, input, type: 'float_parsing', msg }];
    }
    default:
      return [{ loc, input, type: 'float_type', msg: 'Input should be a valid number' }];
  }
};

const app = new Hono<{ Variables: { body: Record<string, unknown> } }>();

app.use('/predict', async (c, next) => {
  const text = await c.req.text();
  let body = null;
  try {
    if (text) body = JSON.parse(text);
  } catch {
    throw new Refused([{ loc: ['body', 0], type: 'json_invalid', msg: 'no JSON', input: {} }]);
  }
  if (!body) {
    throw new Refused([{ loc: ['body'], type: 'missing', msg: 'Field required', input: null }]);
  }
  c.set('body', body);
  await next();
});

app.post('/predict', (c) => {
  const body = c.get('body');
  const detail = ['feature1', 'feature2'].flatMap((name) => toError(body, name));
  if (detail.length) throw new Refused(detail);
  return c.json({ feature1: Number(body.feature1), feature2: Number(body.feature2) });
});

app.onError((error, c) =>
  error instanceof Refused ? c.json({ detail: error.detail }, 422) : c.text('Oops', 500),
);

export default app;
