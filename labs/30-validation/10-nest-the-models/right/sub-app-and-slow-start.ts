// right: A sub-app below a base path that is slow to start; it lists the errors from an exception.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';

const { smallest, longest, widest } = await wait(300, { smallest: 2, longest: 20, widest: 4096 });

const Item = z.object({
  name: z.string().min(smallest).max(longest),
  price: z.number().positive(),
  tags: z.array(z.string()).prefault([]),
  image: z
    .object({ url: z.string().min(3), width: z.int().min(1).max(widest).prefault(1) })
    .nullish()
    .transform((image) => image ?? null),
});

const items = new Hono().post('/', async (c) => {
  const item = Item.parse(await c.req.json(), { reportInput: true });
  c.header('location', '/items/1');
  return c.json(item, 201);
});

const app = new Hono().basePath('/');
app.route('/items', items);

app.onError((error, c) => {
  if (!(error instanceof z.ZodError)) throw error;
  const detail = error.issues.map((issue) => {
    const kind =
      typeof issue.input === 'string' && issue.code !== 'invalid_type' ? 'text' : issue.code;
    const long = issue.code === 'too_big' ? 'string_too_long' : 'string_too_short';
    const bound = issue.code === 'too_big' ? 'less_than_equal' : 'greater_than';
    if (kind === 'text') return { type: long, loc: ['body', ...issue.path] };
    if (issue.code !== 'invalid_type') return { type: bound, loc: ['body', ...issue.path] };
    const words = { string: 'string', array: 'list', object: 'model_attributes' };
    const word = Object.entries(words).find(([expected]) => expected === issue.expected)?.[1];
    const type = issue.input === undefined ? 'missing' : `${word ?? 'float'}_type`;
    return { type, loc: ['body', ...issue.path], input: issue.input ?? null };
  });
  return c.json({ detail }, 422);
});

export default app;
