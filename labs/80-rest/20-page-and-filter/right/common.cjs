// right: CommonJS, a list in place of a database, each parameter looked at by hand.
const { Hono } = require('hono');

let books = [];

const compare = {
  title: (one, other) => (one.title < other.title ? -1 : 1),
  year: (one, other) => one.year - other.year,
  '-year': (one, other) => other.year - one.year,
};

const readNumber = (text, otherwise) => {
  if (text === undefined) return otherwise;
  return /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
};

const app = new Hono();

app.put('/books', async (c) => {
  books = await c.req.json();
  return c.body(null, 200);
});

app.get('/books', (c) => {
  const { author, order = 'title', ...rest } = c.req.query();
  const limit = readNumber(rest.limit, 5);
  const offset = readNumber(rest.offset, 0);
  if (!(limit >= 1 && limit <= 50 && offset >= 0 && Object.hasOwn(compare, order))) {
    return c.text('What is that?', 422);
  }
  const found = books.filter((book) => author === undefined || book.author === author);
  const items = found.toSorted(compare[order]).slice(offset, offset + limit);
  return c.json({ total: found.length, items, limit, offset, order });
});

module.exports = { fetch: (request) => app.fetch(request) };
