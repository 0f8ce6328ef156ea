// right: CommonJS, and a table that says what each parameter takes.
const { Hono } = require('hono');

const numbers = {
  item_id: { part: 'path' },
  skip: { part: 'query', ge: 0, fallback: 0 },
  limit: { part: 'query', ge: 1, le: 100, fallback: 10 },
};

function describe(name, text) {
  const { part, ge = -Infinity, le = Infinity } = numbers[name];
  const entry = { loc: [part, name], input: text };
  const add = (type, msg) => [{ ...entry, type, msg: `Input should be ${msg}` }];
  if (!/^[+-]?\d+$/.test(text)) {
    return add('int_parsing', 'a valid integer, unable to parse string as an integer');
  }
  if (Number(text) < ge) return add('greater_than_equal', `greater than or equal to ${ge}`);
  if (Number(text) > le) return add('less_than_equal', `less than or equal to ${le}`);
  return [];
}

const app = new Hono();

app.get('/items/:item_id', (c) => {
  const sent = { ...c.req.query(), ...c.req.param() };
  const reply = { q: sent.q ?? null };
  const detail = [];
  for (const [name, { fallback }] of Object.entries(numbers)) {
    const text = sent[name] ?? String(fallback);
    detail.push(...describe(name, text));
    reply[name] = Number(text);
  }
  return detail.length > 0 ? c.json({ detail }, 422) : c.json(reply);
});

module.exports = app;
