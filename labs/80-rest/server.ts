// #region imports
import type { SQLInputValue } from 'node:sqlite';
import { createRoute, z } from '@hono/zod-openapi';
import { HTTPError } from '../kit/http-error.ts';
import { int } from '../kit/int.ts';
import { jsonBody, jsonResponse } from '../kit/json-content.ts';
import { createLab } from '../kit/lab.ts';
import { noContent } from '../kit/replies.ts';
import { broken, inTransaction, openDatabase, readBroken } from './parts/database.ts';

// #endregion

// #region app
const app = createLab({ title: 'Rest', version: '1.0.0' });
const database = openDatabase(
  new URL('./data/schema.sql', import.meta.url),
  process.env.DATABASE_PATH,
);
// #endregion

// #region models
const fields = {
  isbn: z.string().regex(/^[0-9]{13}$/),
  title: z.string().min(1),
  author: z.string().min(1),
  year: int({ ge: 1450, le: 2100 }),
  copies: int({ ge: 0, le: 1000 }),
};

const BookIn = z.object({ ...fields, copies: fields.copies.default(1) }).openapi('BookIn');

/** Without defaults: what was not sent is not there. */
const BookPatch = z.object(fields).partial().openapi('BookPatch');

const Book = z
  .object({
    id: int(),
    isbn: z.string(),
    title: z.string(),
    author: z.string(),
    year: int(),
    copies: int(),
  })
  .openapi('Book');

/** What a row holds. The version is not part of a reply's body. */
const StoredBook = Book.extend({ version: int() });
type StoredBook = z.infer<typeof StoredBook>;

const id = int({ ge: 1, le: 2 ** 31 - 1 });
// #endregion

// #region find
function findBook(id: number): StoredBook {
  const row = database.prepare('SELECT * FROM books WHERE id = ?').get(id);
  if (row === undefined) throw new HTTPError(404, 'Book not found');
  return StoredBook.parse(row);
}
// #endregion

// #region write
/** Asking first whether the ISBN is free would be a race. The table has the rule, and says when it is broken. */
function writeBook(sql: string, values: Record<string, SQLInputValue>): StoredBook {
  // #region unique
  try {
    const row = database.prepare(sql).get(values);
    // Nothing was written: the row has another version by now.
    if (row === undefined) throw changed();
    return StoredBook.parse(row);
  } catch (error) {
    if (readBroken(error) !== broken.unique) throw error;
    throw new HTTPError(409, 'A book with this ISBN is there already');
  }
  // #endregion
}
// #endregion

// #region versions
const etag = (book: StoredBook) => `"${book.version}"`;

const changed = () => new HTTPError(412, 'The book has changed since you read it');
// #endregion

// #region create
const createBook = createRoute({
  method: 'post',
  path: '/books',
  operationId: 'create_book',
  tags: ['books'],
  request: { body: jsonBody(BookIn) },
  responses: { 201: jsonResponse(Book), 409: { description: 'The ISBN is taken' } },
});

app.openapi(createBook, (c) => {
  const book = writeBook(
    `INSERT INTO books (isbn, title, author, year, copies)
     VALUES (:isbn, :title, :author, :year, :copies) RETURNING *`,
    c.req.valid('json'),
  );
  return c.json(book, 201, { Location: `/books/${book.id}`, ETag: etag(book) });
});
// #endregion

// #region list
const Order = z.enum(['title', 'year', '-year']).openapi('Order');

/**
 * A `?` stands for a value, never for a name: what is put into the SQL comes from this table. The id makes the order
 * complete, so that no book is on two pages.
 */
// #region order
const orderBy = {
  title: 'title, id',
  year: 'year, id',
  '-year': 'year DESC, id',
};

const where = `
  (:author IS NULL OR author = :author)
  AND (:q IS NULL OR instr(lower(title), lower(:q)) > 0)`;
// #endregion

const BookPage = z
  .object({ items: z.array(Book), total: int(), limit: int(), offset: int() })
  .openapi('BookPage');

const listBooks = createRoute({
  method: 'get',
  path: '/books',
  operationId: 'list_books',
  tags: ['books'],
  request: {
    query: z.object({
      author: z.string().nullable().default(null),
      q: z.string().nullable().default(null),
      order: Order.default('title'),
      limit: int({ ge: 1, le: 50 }).default(5),
      offset: int({ ge: 0, le: 10_000 }).default(0),
    }),
  },
  responses: { 200: jsonResponse(BookPage) },
});

app.openapi(listBooks, (c) => {
  const { order, limit, offset, ...filters } = c.req.valid('query');
  const { total } = z
    .object({ total: int() })
    .parse(database.prepare(`SELECT count(*) AS total FROM books WHERE ${where}`).get(filters));
  const rows = database
    .prepare(
      `SELECT * FROM books WHERE ${where} ORDER BY ${orderBy[order]} LIMIT :limit OFFSET :offset`,
    )
    .all({ ...filters, limit, offset });
  return c.json({ items: z.array(Book).parse(rows), total, limit, offset }, 200);
});
// #endregion

// #region read
const bookId = z.object({ book_id: id.openapi({ examples: [1] }) });

const readBook = createRoute({
  method: 'get',
  path: '/books/{book_id}',
  operationId: 'read_book',
  tags: ['books'],
  request: { params: bookId },
  responses: { 200: jsonResponse(Book), 404: { description: 'Book not found' } },
});

app.openapi(readBook, (c) => {
  const book = findBook(c.req.valid('param').book_id);
  return c.json(book, 200, { ETag: etag(book) });
});
// #endregion

// #region patch
const patchBook = createRoute({
  method: 'patch',
  path: '/books/{book_id}',
  operationId: 'patch_book',
  tags: ['books'],
  request: {
    params: bookId,
    headers: z.object({ 'if-match': z.string().nullable().default(null) }),
    body: jsonBody(BookPatch),
  },
  responses: {
    200: jsonResponse(Book),
    404: { description: 'Book not found' },
    409: { description: 'The ISBN is taken' },
    412: { description: 'The book has another version' },
  },
});

app.openapi(patchBook, (c) => {
  // #region change
  const stored = findBook(c.req.valid('param').book_id);
  const wanted = c.req.valid('header')['if-match'] ?? '*';
  if (wanted !== '*' && wanted !== etag(stored)) throw changed();
  const book = writeBook(
    `UPDATE books SET isbn = :isbn, title = :title, author = :author, year = :year,
     copies = :copies, version = version + 1
     WHERE id = :id AND version = :version RETURNING *`,
    { ...stored, ...c.req.valid('json') },
  );
  return c.json(book, 200, { ETag: etag(book) });
  // #endregion
});
// #endregion

// #region delete
const deleteBook = createRoute({
  method: 'delete',
  path: '/books/{book_id}',
  operationId: 'delete_book',
  tags: ['books'],
  request: { params: bookId },
  responses: {
    204: { description: 'Successful Response' },
    404: { description: 'Book not found' },
    409: { description: 'The book is lent' },
  },
});

app.openapi(deleteBook, (c) => {
  try {
    const { book_id } = c.req.valid('param');
    const { changes } = database.prepare('DELETE FROM books WHERE id = ?').run(book_id);
    if (changes === 0) throw new HTTPError(404, 'Book not found');
  } catch (error) {
    if (readBroken(error) !== broken.foreignKey) throw error;
    throw new HTTPError(409, 'The book is lent');
  }
  return noContent(c);
});
// #endregion

// #region lend
const LoanIn = z
  .object({
    reader: z.string().min(1),
    book_ids: z
      .array(id)
      .min(1)
      .max(5)
      .openapi({ examples: [[2, 3]] }),
  })
  .openapi('LoanIn');

const Loan = z.object({ id: int(), reader: z.string(), book_id: int() }).openapi('Loan');

function lendBook(reader: string, bookId: number) {
  // One statement looks and takes: between two of them another process could take the last copy.
  const { changes } = database
    .prepare(
      'UPDATE books SET copies = copies - 1, version = version + 1 WHERE id = ? AND copies > 0',
    )
    .run(bookId);
  if (changes === 0) throw new HTTPError(409, `No copy of ${findBook(bookId).title} is left`);
  return Loan.parse(
    database
      .prepare('INSERT INTO loans (reader, book_id) VALUES (?, ?) RETURNING *')
      .get(reader, bookId),
  );
}

const lend = createRoute({
  method: 'post',
  path: '/loans',
  operationId: 'lend',
  tags: ['loans'],
  request: { body: jsonBody(LoanIn) },
  responses: {
    201: jsonResponse(z.array(Loan)),
    404: { description: 'Book not found' },
    409: { description: 'No copy of a book is left' },
  },
});

app.openapi(lend, (c) => {
  const { reader, book_ids } = c.req.valid('json');
  // #region lend-all
  const loans = inTransaction(database, () => book_ids.map((id) => lendBook(reader, id)));
  return c.json(loans, 201);
  // #endregion
});
// #endregion

// #region give-back
const giveBack = createRoute({
  method: 'delete',
  path: '/loans/{loan_id}',
  operationId: 'give_back',
  tags: ['loans'],
  request: { params: z.object({ loan_id: id.openapi({ examples: [1] }) }) },
  responses: {
    204: { description: 'Successful Response' },
    404: { description: 'Loan not found' },
  },
});

app.openapi(giveBack, (c) => {
  const { loan_id } = c.req.valid('param');
  inTransaction(database, () => {
    const row = database.prepare('DELETE FROM loans WHERE id = ? RETURNING book_id').get(loan_id);
    if (row === undefined) throw new HTTPError(404, 'Loan not found');
    database
      .prepare('UPDATE books SET copies = copies + 1, version = version + 1 WHERE id = :book_id')
      .run(row);
  });
  return noContent(c);
});
// #endregion

export default app;
