// rejected-by: reports-an-absent-body
// mistake: Answers a request without a body with 400.
import { Hono } from 'hono';
import { z } from 'zod';

const float = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number(),
);

const Input = z.object({ feature1: float, feature2: float });

type Body = Record<string, unknown>;

function describe(field: string, body: Body) {
  const loc = ['body', field];
  const input = body[field];
  if (!(field in body)) return { type: 'missing', loc, msg: 'Field required', input: body };
  if (typeof input === 'string') {
    return {
      type: 'float_parsing',
      loc,
      msg: 'Input should be a valid number, unable to parse string as a number',
      input,
    };
  }
  return { type: 'float_type', loc, msg: 'Input should be a valid number', input };
}

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
  if (body === null) return c.json({ detail: [noBody] }, 400);
  const sent = body;
  const result = Input.safeParse(sent);
  if (result.success) return c.json(result.data);
  const detail = result.error.issues.map((issue) => describe(String(issue.path[0]), sent));
  return c.json({ detail }, 422);
});

export default app;
