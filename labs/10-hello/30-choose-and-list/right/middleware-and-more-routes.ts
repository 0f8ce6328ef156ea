// right: Hono's validator with functions of its own, a logger, CORS, request ids, more routes and one place for errors.
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { logger } from 'hono/logger';
import { requestId } from 'hono/request-id';
import { validator } from 'hono/validator';

type Entry = { type: string; loc: [place: string, name: string]; msg: string; input?: unknown };

class Refused extends Error {
  detail: Entry[];

  constructor(detail: Entry[]) {
    super('refused');
    this.detail = detail;
  }
}

const colors = ['red', 'green', 'blue'] as const;

const readColor = validator('param', ({ color: input }) => {
  const color = colors.find((name) => name === input);
  if (color !== undefined) return { color };
  const msg = "Input should be 'red', 'green' or 'blue'";
  throw new Refused([{ type: 'enum', loc: ['path', 'color'], msg, input }]);
});

const readSearch = validator('query', (sent) => {
  const [text] = [sent['item-query']].flat();
  const [word = 'false'] = [sent.exact].flat();
  const isTrue = /^(true|1|yes|on|t|y)$/i.test(word);
  const isFalse = /^(false|0|no|off|f|n)$/i.test(word);
  const detail: Entry[] = [];
  if (text === undefined) {
    const loc: Entry['loc'] = ['query', 'item-query'];
    detail.push({ type: 'missing', loc, msg: 'Field required', input: null });
  }
  if (isTrue === isFalse) {
    const msg = 'Input should be a valid boolean, unable to interpret input';
    detail.push({ type: 'bool_parsing', loc: ['query', 'exact'], msg, input: word });
  }
  if (detail.length > 0) throw new Refused(detail);
  const tags = sent.tag === undefined ? [] : [sent.tag].flat();
  return { item_query: text, tags, exact: isTrue };
});

const app = new Hono();

app.use(logger(), cors({ origin: '*' }), requestId());
app.get('/', (c) => c.redirect('/models/red'));
app.get('/models', (c) => c.json(colors));
app.get('/models/:color', readColor, (c) => c.json(c.req.valid('param')));
app.get('/search', readSearch, (c) => c.json(c.req.valid('query')));

app.onError((error, c) =>
  error instanceof Refused ? c.json({ detail: error.detail }, 422) : c.text('Oops', 500),
);

export default app;
