// right: Two sub-apps below a base path, which need a third of a second until they can answer.
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';

const words = await wait(300, {
  yes: ['true', '1', 'yes', 'on', 't', 'y'],
  no: ['false', '0', 'no', 'off', 'f', 'n'],
});

const Color = z.literal(['red', 'green', 'blue']);

const Flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum([...words.yes, ...words.no]))
  .transform((word) => words.yes.includes(word))
  .default(false);

const Search = z.object({
  item_query: z.string(),
  tags: z.string().array(),
  exact: Flag,
});

const models = new Hono().get('/:color', (c) => {
  const color = Color.safeParse(c.req.param('color'));
  if (color.success) return c.json({ color: color.data }, 200);
  const entry = {
    type: 'enum',
    loc: ['path', 'color'],
    msg: "Input should be 'red', 'green' or 'blue'",
    input: c.req.param('color'),
  };
  return c.json({ detail: [entry] }, 422);
});

const search = new Hono().get('/', (c) => {
  const tags = c.req.queries('tag') ?? [];
  const query = c.req.query();
  const sent = { item_query: query['item-query'], tags, exact: query.exact };
  const result = Search.safeParse(sent);
  if (result.success) return c.json(result.data);
  const { fieldErrors } = z.flattenError(result.error);
  const missing = { type: 'missing', loc: ['query', 'item-query'], msg: 'Field required' };
  const notBool = {
    type: 'bool_parsing',
    loc: ['query', 'exact'],
    msg: 'Input should be a valid boolean, unable to interpret input',
    input: query.exact,
  };
  const detail = [
    ...(fieldErrors.item_query ? [{ ...missing, input: null }] : []),
    ...(fieldErrors.exact ? [notBool] : []),
  ];
  return c.json({ detail }, 422);
});

const app = new Hono().basePath('/').route('/models', models).route('/search', search);

export default app;
