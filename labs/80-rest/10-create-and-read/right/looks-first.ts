// right: Looks and inserts in one transaction, throws exceptions that carry their reply, and needs a moment to start.
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { validator } from 'hono/validator';

const database = await wait(200, new DatabaseSync(':memory:'));
database.exec('CREATE TABLE book (number INTEGER PRIMARY KEY, isbn TEXT, title TEXT) STRICT');

function fail(status: 404 | 409, detail: string): never {
  throw new HTTPException(status, { res: Response.json({ detail }, { status }) });
}

function insert(isbn: string, title: string) {
  database.exec('BEGIN IMMEDIATE');
  const isTaken = database.prepare('SELECT 1 FROM book WHERE isbn = ?').get(isbn) !== undefined;
  if (!isTaken) database.prepare('INSERT INTO book (isbn, title) VALUES (?, ?)').run(isbn, title);
  const row = database.prepare('SELECT number AS id FROM book WHERE isbn = ?').get(isbn);
  database.exec('COMMIT');
  return isTaken ? fail(409, 'ISBN is taken') : { id: Number(row?.id), isbn, title };
}

const readBook = validator('json', ({ isbn, title }) => ({
  isbn: String(isbn),
  title: String(title),
}));

const app = new Hono({ strict: false });

app.post('/books', readBook, (c) => {
  const { isbn, title } = c.req.valid('json');
  const book = insert(isbn, title);
  return c.json(book, { status: 201, headers: { LOCATION: `/books/${book.id}`, ETag: '"1"' } });
});

app.get('/books/:id{\\d+}', (c) => {
  const columns = 'number AS id, isbn, title';
  const row = database
    .prepare(`SELECT ${columns} FROM book WHERE number = ?`)
    .get(Number(c.req.param('id')));
  return c.json(row ?? fail(404, 'Book not found'));
});

export default app;
