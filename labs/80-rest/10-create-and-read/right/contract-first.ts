// right: @hono/zod-openapi, named parameters, and the broken rule caught as an error.
import { DatabaseSync } from 'node:sqlite';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const BookIn = z.object({ isbn: z.string(), title: z.string() });
const Book = BookIn.extend({ id: z.int() });
const Problem = z.object({ detail: z.string() });

const json = <Schema extends z.ZodType>(schema: Schema) => ({
  description: 'As the task says',
  content: { 'application/json': { schema } },
});

const uniqueIsBroken = 2067;

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE books (id INTEGER PRIMARY KEY AUTOINCREMENT, isbn UNIQUE, title)');

const app = new OpenAPIHono();

const createBook = createRoute({
  method: 'post',
  path: '/books',
  request: { body: json(BookIn) },
  responses: { 201: json(Book), 409: json(Problem) },
});

app.openapi(createBook, (c) => {
  const book = c.req.valid('json');
  try {
    const { lastInsertRowid } = database
      .prepare('INSERT INTO books (isbn, title) VALUES (:isbn, :title)')
      .run(book);
    const id = Number(lastInsertRowid);
    return c.json({ id, ...book }, 201, { Location: `/books/${id}` });
  } catch (error) {
    if (Object(error).errcode !== uniqueIsBroken) throw error;
    return c.json({ detail: 'ISBN is taken' }, 409);
  }
});

const readBook = createRoute({
  method: 'get',
  path: '/books/{id}',
  request: { params: z.object({ id: z.coerce.number().int() }) },
  responses: { 200: json(Book), 404: json(Problem) },
});

app.openapi(readBook, (c) => {
  const { id } = c.req.valid('param');
  const row = database.prepare('SELECT id, isbn, title FROM books WHERE id = ?').get(id);
  if (row === undefined) return c.json({ detail: 'Book not found' }, 404);
  return c.json(Book.parse(row), 200);
});

app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Books', version: '1' } });

export default app;
