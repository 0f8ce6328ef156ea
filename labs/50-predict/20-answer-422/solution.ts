import { Hono } from 'hono';
import { z } from 'zod';

// #region input
/** A number, or text that spells one: the empty text does not, though `Number('')` is 0. */
const float = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value),
  z.number(),
);

const Input = z.object({ feature1: float, feature2: float });
// #endregion

// #region entries
const missing = { type: 'missing', msg: 'Field required' };
const notFloat = { type: 'float_type', msg: 'Input should be a valid number' };
const notParsed = {
  type: 'float_parsing',
  msg: 'Input should be a valid number, unable to parse string as a number',
};
const notObject = {
  type: 'model_attributes_type',
  msg: 'Input should be a valid dictionary or object to extract fields from',
};

/** One of Zod's issues as an entry of FastAPI's list. */
function describeIssue(issue: z.core.$ZodIssue, body: unknown) {
  const loc = ['body', ...issue.path];
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return { ...(body === null ? missing : notObject), loc, input: body };
  }
  const input: unknown = Object.entries(body).find(([key]) => key === issue.path[0])?.[1];
  if (input === undefined) return { ...missing, loc, input: body };
  return { ...(typeof input === 'string' ? notParsed : notFloat), loc, input };
}
// #endregion

const app = new Hono();

// #region handler
app.post('/predict', async (c) => {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = text === '' ? null : JSON.parse(text);
  } catch {
    const entry = { type: 'json_invalid', loc: ['body', 0], msg: 'JSON decode error', input: {} };
    return c.json({ detail: [entry] }, 422);
  }
  const result = Input.safeParse(body);
  if (result.success) return c.json(result.data);
  return c.json({ detail: result.error.issues.map((issue) => describeIssue(issue, body)) }, 422);
});
// #endregion

export default app;
