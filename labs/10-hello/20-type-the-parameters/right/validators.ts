// right: Two validators of Hono that note what is wrong, and a handler that answers for both; CORS and more routes.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { validator } from 'hono/validator';
import { z } from 'zod';

const spelled = z.string().regex(/^ *[-+]?[0-9]+ *$/);
const notParsed = 'Input should be a valid integer, unable to parse string as an integer';

/** The number that a text spells, or what is wrong with it. */
function readInt(loc: string[], input: string, ge = -Infinity, le = Infinity) {
  if (!spelled.safeParse(input).success) return { type: 'int_parsing', loc, msg: notParsed, input };
  const value = Number(input);
  if (value < ge) {
    const msg = `Input should be greater than or equal to ${ge}`;
    return { type: 'greater_than_equal', loc, msg, input, ctx: { ge } };
  }
  if (value > le) {
    const msg = `Input should be less than or equal to ${le}`;
    return { type: 'less_than_equal', loc, msg, input, ctx: { le } };
  }
  return value;
}

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value.at(-1) : value);

const app = new Hono();

app.use(cors());
app.get('/health', (c) => c.text('ok'));

app.get(
  '/items/:item_id',
  validator('param', ({ item_id }) => ({ item_id: readInt(['path', 'item_id'], item_id ?? '') })),
  validator('query', (query) => ({
    q: one(query.q) ?? null,
    skip: readInt(['query', 'skip'], one(query.skip) ?? '0', 0),
    limit: readInt(['query', 'limit'], one(query.limit) ?? '10', 1, 100),
  })),
  (c) => {
    const parameters = { ...c.req.valid('param'), ...c.req.valid('query') };
    const { item_id, skip, limit } = parameters;
    const detail = [item_id, skip, limit].filter((value) => typeof value === 'object');
    return detail.length > 0 ? c.json({ detail }, 422) : c.json(parameters);
  },
);

export default app;
