// right: @hono/zod-openapi, more keys in each book, ids that are texts, and a window function for the total.
import { DatabaseSync } from 'node:sqlite';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Book = z.object({ title: z.string(), author: z.string(), year: z.int() });
const Stored = Book.extend({ id: z.string(), isbn: z.null() });
const Page = z.object({ items: z.array(Stored), total: z.int(), next: z.int().nullable() });

const json = <Schema extends z.ZodType>(schema: Schema) => ({
  description: 'As the task says',
  content: { 'application/json': { schema } },
});

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE shelf (place INTEGER PRIMARY KEY, book TEXT)');

const app = new OpenAPIHono({
  defaultHook: (result, c) => (result.success ? undefined : c.json({ detail: 'no' }, 422)),
});

const putBooks = createRoute({
  method: 'put',
  path: '/books',
  request: { body: json(z.array(Book)) },
  responses: { 200: json(z.array(Book)) },
});

app.openapi(putBooks, (c) => {
  const books = c.req.valid('json');
  database.exec('BEGIN; DELETE FROM shelf');
  for (const book of books) {
    database.prepare('INSERT INTO shelf (book) VALUES (?)').run(JSON.stringify(book));
  }
  database.exec('COMMIT');
  return c.json(books, 200);
});

const columns = { title: "book ->> 'title'", year: "book ->> 'year'" };

const listBooks = createRoute({
  method: 'get',
  path: '/books',
  request: {
    query: z.object({
      limit: z.coerce.number().int().gte(1).lte(50).optional(),
      offset: z.coerce.number().int().nonnegative().optional(),
      author: z.string().optional(),
      order: z.enum(['title', 'year', '-year']).optional(),
    }),
  },
  responses: { 200: json(Page), 422: json(z.object({ detail: z.string() })) },
});

app.openapi(listBooks, (c) => {
  const { limit = 5, offset = 0, author, order = 'title' } = c.req.valid('query');
  const column = order === 'title' ? columns.title : columns.year;
  const direction = order.startsWith('-') ? 'DESC' : 'ASC';
  const rows = database
    .prepare(
      `SELECT place, book FROM shelf WHERE coalesce(book ->> 'author' = ?, TRUE)
       ORDER BY ${column} ${direction}, place`,
    )
    .all(author ?? null);
  const all = rows.map(({ place, book }) =>
    Stored.parse({ ...JSON.parse(String(book)), id: `b${place}`, isbn: null }),
  );
  const next = offset + limit < all.length ? offset + limit : null;
  return c.json({ items: all.slice(offset, offset + limit), total: all.length, next }, 200);
});

export default app;
