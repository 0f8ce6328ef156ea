// right: CommonJS, a map in place of a database, ids that begin at 100, and a whole URL in Location.
const { Hono } = require('hono');

const books = new Map();
const isbns = new Set();

const app = new Hono().basePath('/books');

app.post('/', async (c) => {
  const { isbn, title } = await c.req.json();
  if (typeof isbn !== 'string' || typeof title !== 'string') return c.text('no book', 400);
  if (isbns.has(isbn)) return c.json({ code: 'conflict', detail: 'ISBN is taken' }, 409);
  const book = { isbn, title, id: 100 + books.size, created: true };
  isbns.add(isbn);
  books.set(String(book.id), book);
  c.header('location', new URL(`/books/${book.id}`, c.req.url).href);
  c.status(201);
  return c.json(book);
});

app.get('/:id', (c) => {
  const book = books.get(c.req.param('id'));
  return book ? c.json(book) : c.json({ detail: 'Book not found' }, 404);
});

module.exports = app;
