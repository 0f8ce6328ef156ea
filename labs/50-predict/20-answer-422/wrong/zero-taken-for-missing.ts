// rejected-by: answers-valid-bodies
// mistake: Tests whether a feature is there with `!value`, and so refuses 0.
import { Hono } from 'hono';

type Body = Record<string, unknown>;

const noBody = { type: 'missing', loc: ['body'], msg: 'Field required', input: null };
const noJson = { type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {} };
const app = new Hono();

app.post('/predict', async (c) => {
  const text = await c.req.text();
  let body: Body | null;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    return c.json({ detail: [noJson] }, 422);
  }
  if (body === null) return c.json({ detail: [noBody] }, 422);
  const detail = [];
  const numbers: Record<string, number> = {};
  for (const field of ['feature1', 'feature2']) {
    const loc = ['body', field];
    const input = body[field];
    if (!input) {
      detail.push({ type: 'missing', loc, msg: 'Field required', input: body });
    } else if (typeof input === 'object') {
      detail.push({ type: 'float_type', loc, msg: 'Input should be a valid number', input });
    } else if (Number.isNaN(Number(input))) {
      const msg = 'Input should be a valid number, unable to parse string as a number';
      detail.push({ type: 'float_parsing', loc, msg, input });
    } else {
      numbers[field] = Number(input);
    }
  }
  return detail.length > 0 ? c.json({ detail }, 422) : c.json(numbers);
});

export default app;
