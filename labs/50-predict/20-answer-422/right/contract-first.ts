// right: @hono/zod-openapi with a hook for the issues, and `onError` for a body that cannot be read.
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';

const numberText = z
  .string()
  .refine((text) => text.trim() !== '' && Number.isFinite(Number(text)))
  .transform(Number);
const float = z.union([z.number(), numberText]);
const Input = z.object({ feature1: float, feature2: float });

const predict = createRoute({
  method: 'post',
  path: '/predict',
  request: { body: { content: { 'application/json': { schema: Input } }, required: true } },
  responses: { 200: { description: 'The numbers' }, 422: { description: 'Validation error' } },
});

const missing = { type: 'missing', msg: 'Field required' };

const app = new OpenAPIHono({
  defaultHook: async (result, c) => {
    if (result.success) return;
    const text = await c.req.text();
    const body = text === '' ? null : JSON.parse(text);
    if (body === null) return c.json({ detail: [{ ...missing, loc: ['body'], input: null }] }, 422);
    const detail = result.error.issues.map((issue) => {
      const field = String(issue.path[0]);
      const loc = ['body', field];
      if (!(field in body)) return { ...missing, loc, input: body };
      const input = body[field];
      const msg = 'Input should be a valid number';
      if (typeof input !== 'string') return { type: 'float_type', loc, msg, input };
      const longer = `${msg}, unable to parse string as a number`;
      return { type: 'float_parsing', loc, msg: longer, input };
    });
    return c.json({ detail }, 422);
  },
});

app.onError(async (error, c) => {
  if (!(error instanceof HTTPException)) return c.text('Internal Server Error', 500);
  const isAbsent = (await c.req.text()) === '';
  const entry = isAbsent
    ? { ...missing, loc: ['body'], input: null }
    : { type: 'json_invalid', loc: ['body', 0], msg: error.message, input: {} };
  return c.json({ detail: [entry] }, 422);
});

app.openapi(predict, (c) => c.json(c.req.valid('json'), 200));

export default app;
