// right: Hono's validator with a text of its own for every issue, CORS, and more routes.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { validator } from 'hono/validator';
import { z } from 'zod';

const text = z.string();
const Image = z.object({ url: text.min(3), width: z.int32().positive().max(4096).default(1) });
const Item = z.object({
  name: text.regex(/^.{0,20}$/s, 'string_too_long').regex(/^.{2,}$/s, 'string_too_short'),
  price: z.number().refine((price) => price > 0, 'greater_than'),
  tags: text.array().default([]),
  image: z.union([z.null(), Image]).default(null),
});

type Issue = z.core.$ZodIssue;

/** The issues inside a union stand one level deeper: those of the branch that came closest. */
function unfold(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deepest = issue.errors.at(-1) ?? [];
  return deepest
    .map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    .flatMap(unfold);
}

function nameIssue(issue: Issue): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  if (issue.code === 'invalid_type') {
    if (issue.message.includes('undefined')) return 'missing';
    if (issue.expected === 'object') return 'model_attributes_type';
    return issue.expected === 'array' ? 'list_type' : `${issue.expected}_type`;
  }
  if (issue.code === 'too_big') return 'less_than_equal';
  return 'origin' in issue && issue.origin === 'string' ? 'string_too_short' : 'greater_than';
}

const app = new Hono();
app.use(cors());
app.get('/health', (c) => c.text('ok'));

app.post(
  '/items',
  validator('json', (body, c) => {
    const { data, error } = Item.safeParse(body);
    if (data !== undefined) return data;
    const detail = error.issues.flatMap(unfold).map((issue) => {
      return { type: nameIssue(issue), loc: ['body', ...issue.path], msg: issue.message };
    });
    return c.json({ detail }, 422);
  }),
  (c) => c.json(c.req.valid('json'), 201),
);

export default app;
