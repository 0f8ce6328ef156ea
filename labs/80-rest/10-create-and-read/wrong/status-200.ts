// rejected-by: creates-with-201
// mistake: Leaves the status out, so that it is 200.
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { z } from 'zod';

const BookIn = z.object({ isbn: z.string(), title: z.string() });

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE TABLE books (
    id INTEGER PRIMARY KEY,
    isbn TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL
  )
`);

const app = new Hono();

const insert = `
  INSERT INTO books (isbn, title) VALUES (?, ?)
  ON CONFLICT (isbn) DO NOTHING RETURNING *
`;

app.post('/books', async (c) => {
  const result = BookIn.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  const book = database.prepare(insert).get(result.data.isbn, result.data.title);
  if (book === undefined) return c.json({ detail: 'ISBN is taken' }, 409);
  c.header('Location', `/books/${book.id}`);
  return c.json(book);
});

app.get('/books/:id', (c) => {
  const book = database.prepare('SELECT * FROM books WHERE id = ?').get(c.req.param('id'));
  return book === undefined ? c.json({ detail: 'Book not found' }, 404) : c.json(book);
});

export default app;
