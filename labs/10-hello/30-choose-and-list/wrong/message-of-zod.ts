// rejected-by: refuses-another-color
// mistake: Gives Zod's message for a color.
import { Hono } from 'hono';
import { z } from 'zod';

const Color = z.enum(['red', 'green', 'blue']);

const bool = z.stringbool({
  truthy: ['true', '1', 'yes', 'on', 't', 'y'],
  falsy: ['false', '0', 'no', 'off', 'f', 'n'],
});

const Search = z.object({
  'item-query': z.string(),
  tag: z.array(z.string()).default([]),
  exact: bool.default(false),
});

const missing = { type: 'missing', msg: 'Field required' };
const notBool = {
  type: 'bool_parsing',
  msg: 'Input should be a valid boolean, unable to interpret input',
};

const app = new Hono();

app.get('/models/:color', (c) => {
  const input = c.req.param('color');
  const result = Color.safeParse(input);
  if (result.success) return c.json({ color: result.data });
  return c.json(
    {
      detail: [
        { type: 'enum', loc: ['path', 'color'], msg: result.error.issues[0]?.message, input },
      ],
    },
    422,
  );
});

app.get('/search', (c) => {
  const result = Search.safeParse({
    'item-query': c.req.query('item-query'),
    tag: c.req.queries('tag'),
    exact: c.req.query('exact'),
  });
  if (result.success) {
    const { 'item-query': itemQuery, tag, exact } = result.data;
    return c.json({ item_query: itemQuery, tags: tag, exact });
  }
  const detail = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const input = c.req.query(name);
    const found = input === undefined ? missing : notBool;
    return { ...found, loc: ['query', name], input: input ?? null };
  });
  return c.json({ detail }, 422);
});

export default app;
