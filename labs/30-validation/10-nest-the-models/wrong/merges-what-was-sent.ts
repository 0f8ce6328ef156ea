// rejected-by: fills-in-what-was-left-out
// mistake: It adds the defaults to what was sent, so that unknown keys come back.
import { Hono } from 'hono';
import { z } from 'zod';

const Image = z.object({
  url: z.string().min(3),
  width: z.int().positive().max(4096).default(1),
});

const Item = z.object({
  name: z.string().min(2).max(20),
  price: z.number().positive(),
  tags: z.array(z.string()).default([]),
  image: Image.nullable().default(null),
});

const wrongTypes: Record<string, string> = {
  string: 'string_type',
  array: 'list_type',
  object: 'model_attributes_type',
};

function nameIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' ? 'string_too_short' : 'greater_than';
    case 'too_big':
      return issue.origin === 'string' ? 'string_too_long' : 'less_than_equal';
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : (wrongTypes[issue.expected] ?? 'number_type');
    default:
      return 'value_error';
  }
}

const app = new Hono();

app.post('/items', async (c) => {
  const body: unknown = await c.req.json();
  const result = Item.safeParse(body, { reportInput: true });
  if (result.success) return c.json({ ...(body as object), ...result.data }, 201);
  const detail = result.error.issues.map((issue) => ({
    type: nameIssue(issue),
    loc: ['body', ...issue.path],
    msg: issue.message,
  }));
  return c.json({ detail }, 422);
});

export default app;
