// right: A sub-app below a base path that is slow to start; it lists the errors from an exception.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';

const words = await wait(300, {
  int_parsing: 'a valid integer, unable to parse string as an integer',
  greater_than_equal: 'greater than or equal to',
  less_than_equal: 'less than or equal to',
});

const toNumber = (text: unknown) =>
  typeof text === 'string' && text.trim() !== '' ? Number(text) : text;

const Parameters = z.object({
  item_id: z.preprocess(toNumber, z.int()),
  skip: z.preprocess(toNumber, z.int().min(0)),
  limit: z.preprocess(toNumber, z.int().min(1).max(100)),
});

const items = new Hono().get('/:id', (c) => {
  const { id, ...query } = { skip: '0', limit: '10', ...c.req.query(), id: c.req.param('id') };
  const sent: Record<string, string> = { ...query, item_id: id };
  return c.json({ q: c.req.query('q') ?? null, ...Parameters.parse(sent) });
});

const app = new Hono().basePath('/');
app.route('/items', items);

app.onError((error, c) => {
  if (!(error instanceof z.ZodError)) throw error;
  const detail = error.issues.map((issue) => {
    const [name = ''] = issue.path;
    const isPath = name === 'item_id';
    const loc = [isPath ? 'path' : 'query', name];
    const input = isPath
      ? decodeURIComponent(c.req.path.split('/')[2] ?? '')
      : c.req.query(String(name));
    const [type, bound] =
      issue.code === 'too_small'
        ? (['greater_than_equal', ` ${issue.minimum}`] as const)
        : issue.code === 'too_big'
          ? (['less_than_equal', ` ${issue.maximum}`] as const)
          : (['int_parsing', ''] as const);
    return { type, loc, msg: `Input should be ${words[type]}${bound}`, input };
  });
  return c.json({ detail }, 422);
});

export default app;
