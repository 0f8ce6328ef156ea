// right: Hono's validator reads the query, an index orders the rows, the page is asked for with one row more.
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { z } from 'zod';

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT, author TEXT, year INTEGER) STRICT;
  CREATE INDEX by_title ON books (title);
  CREATE INDEX by_year ON books (year);
`);

const digits = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.number().gte(from).lte(to));

const Query = z.strictObject({
  limit: digits(1, 50).default(5),
  offset: digits(0, 1e12).default(0),
  author: z.string().optional(),
  order: z
    .union([z.literal('title'), z.literal('year'), z.literal('-year')])
    .default('title')
    .transform((order) => order.replace(/^-(.*)/, '$1 DESC')),
});

const readQuery = validator('query', (query, c) => {
  const result = Query.safeParse(query);
  return result.success ? result.data : c.json({ detail: z.flattenError(result.error) }, 422);
});

const app = new Hono({ strict: false });

app.put('/books', async (c) => {
  database.exec('DELETE FROM books');
  const body = await c.req.text();
  database
    .prepare(
      `INSERT INTO books (title, author, year)
       SELECT value ->> 'title', value ->> 'author', value ->> 'year' FROM json_each(?)`,
    )
    .run(body);
  return c.json({ ok: true });
});

app.get('/books', readQuery, (c) => {
  const { limit, offset, order, author = null } = c.req.valid('query');
  const where = author === null ? 'WHERE $author IS NULL' : 'WHERE author = $author';
  const rows = database
    .prepare(`SELECT * FROM books ${where} ORDER BY ${order}, id LIMIT $limit + 1 OFFSET $offset`)
    .all({ $author: author, $limit: limit, $offset: offset });
  const count = database.prepare(`SELECT count(*) AS total FROM books ${where}`);
  c.header('X-Has-More', String(rows.length > limit));
  return c.json({ ...count.get({ $author: author }), items: rows.slice(0, limit) });
});

export default app;
