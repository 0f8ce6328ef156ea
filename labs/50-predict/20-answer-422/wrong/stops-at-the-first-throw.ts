// rejected-by: reports-all-errors-at-once
// mistake: Throws at the first field that is wrong, so that the second is never looked at.
import { Hono } from 'hono';

type Body = Record<string, unknown>;

class Refused extends Error {
  entry: object;

  constructor(entry: object) {
    super('refused');
    this.entry = entry;
  }
}

function readNumber(body: Body, field: string): number {
  const loc = ['body', field];
  const input = body[field];
  if (typeof input === 'number') return input;
  if (input === undefined) {
    throw new Refused({ type: 'missing', loc, msg: 'Field required', input: body });
  }
  const msg = 'Input should be a valid number';
  if (typeof input !== 'string') throw new Refused({ type: 'float_type', loc, msg, input });
  const number = input.trim() === '' ? Number.NaN : Number(input);
  if (!Number.isNaN(number)) return number;
  const longer = `${msg}, unable to parse string as a number`;
  throw new Refused({ type: 'float_parsing', loc, msg: longer, input });
}

const app = new Hono();

app.post('/predict', async (c) => {
  const text = await c.req.text();
  let body: Body | null;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    throw new Refused({ type: 'json_invalid', loc: ['body', 0], msg: 'no JSON', input: {} });
  }
  if (body === null) {
    throw new Refused({ type: 'missing', loc: ['body'], msg: 'Field required', input: null });
  }
  const feature1 = readNumber(body, 'feature1');
  const feature2 = readNumber(body, 'feature2');
  return c.json({ feature1, feature2 });
});

app.onError((error, c) => {
  if (error instanceof Refused) return c.json({ detail: [error.entry] }, 422);
  return c.text('Internal Server Error', 500);
});

export default app;
