// rejected-by: refuses-with-422
// mistake: Calls parse in place of safeParse, and nothing catches the ZodError.
import { Hono } from 'hono';
import { z } from 'zod';

const float = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number(),
);

const Input = z.object({ feature1: float, feature2: float });

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
  const sent = body;
  return c.json(Input.parse(sent));
});

export default app;
