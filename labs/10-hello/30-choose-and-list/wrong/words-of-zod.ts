// rejected-by: reads-the-boolean
// mistake: Uses `z.stringbool()` as it comes, which does not know t and f.
import { Hono } from 'hono';
import { z } from 'zod';

const Color = z.enum(['red', 'green', 'blue']);

const bool = z.stringbool();

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
const notColor = { type: 'enum', msg: "Input should be 'red', 'green' or 'blue'" };

const app = new Hono();

app.get('/models/:color', (c) => {
  const input = c.req.param('color');
  const result = Color.safeParse(input);
  if (result.success) return c.json({ color: result.data });
  return c.json({ detail: [{ ...notColor, loc: ['path', 'color'], input }] }, 422);
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
