// right: No schema at all: lists of words and an `if` for each rule, in plain Hono.
import { Hono } from 'hono';

type Entry = { type: string; loc: string[]; msg: string; input: string | null };

const colors = ['red', 'green', 'blue'];
const words = new Map([
  ...['true', '1', 'yes', 'on', 't', 'y'].map((word) => [word, true] as const),
  ...['false', '0', 'no', 'off', 'f', 'n'].map((word) => [word, false] as const),
]);

const app = new Hono();

app.get('/models/:color', (c) => {
  const color = c.req.param('color');
  if (colors.includes(color)) return c.json({ color });
  const msg = "Input should be 'red', 'green' or 'blue'";
  const entry: Entry = { type: 'enum', loc: ['path', 'color'], msg, input: color };
  return c.json({ detail: [entry] }, 422);
});

app.get('/search', (c) => {
  const detail: Entry[] = [];
  const text = c.req.query('item-query');
  if (text === undefined) {
    const loc = ['query', 'item-query'];
    detail.push({ type: 'missing', loc, msg: 'Field required', input: null });
  }
  const word = c.req.query('exact');
  const exact = word === undefined ? false : words.get(word.toLowerCase());
  if (word !== undefined && exact === undefined) {
    const msg = 'Input should be a valid boolean, unable to interpret input';
    detail.push({ type: 'bool_parsing', loc: ['query', 'exact'], msg, input: word });
  }
  if (detail.length > 0) return c.json({ detail }, 422);
  return c.json({ exact, tags: c.req.queries('tag') ?? [], item_query: text });
});

export default app;
