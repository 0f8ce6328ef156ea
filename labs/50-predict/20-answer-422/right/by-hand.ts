// right: No schema at all: a loop over the two fields in plain Hono.
import { Hono } from 'hono';

type Entry = { type: string; loc: string[]; msg: string; input: unknown };

const app = new Hono();

app.post('/predict', async (c) => {
  const refuse = (...detail: Entry[]) => c.json({ detail }, 422);
  const text = await c.req.text();
  if (text === '' || text === 'null') {
    return refuse({ type: 'missing', loc: ['body'], msg: 'Field required', input: null });
  }
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return refuse({ type: 'json_invalid', loc: ['body'], msg: String(error), input: text });
  }
  const entries: Entry[] = [];
  const read = (field: string) => {
    const loc = ['body', field];
    const input = body[field];
    if (typeof input === 'number') return input;
    if (input === undefined) {
      entries.push({ type: 'missing', loc, msg: 'Field required', input: body });
    } else if (typeof input !== 'string') {
      entries.push({ type: 'float_type', loc, msg: 'Input should be a valid number', input });
    } else if (/^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(input)) {
      return Number(input);
    } else {
      const msg = 'Input should be a valid number, unable to parse string as a number';
      entries.push({ type: 'float_parsing', loc, msg, input });
    }
    return 0;
  };
  const feature1 = read('feature1');
  const feature2 = read('feature2');
  return entries.length > 0 ? refuse(...entries) : c.json({ feature1, feature2 });
});

export default app;
