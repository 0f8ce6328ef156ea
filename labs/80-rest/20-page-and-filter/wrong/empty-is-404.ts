// rejected-by: ends-empty
// mistake: Answers 404 for an empty page.
import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { z } from 'zod';

const Book = z.object({ title: z.string(), author: z.string(), year: z.int() });

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE TABLE books (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    year INTEGER NOT NULL
  )
`);

const app = new Hono();

app.put('/books', async (c) => {
  const result = z.array(Book).safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  database.exec('DELETE FROM books');
  const insert = database.prepare(
    'INSERT INTO books (title, author, year) VALUES (:title, :author, :year)',
  );
  for (const book of result.data) insert.run(book);
  return c.json({ total: result.data.length });
});

const Query = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(5),
  offset: z.coerce.number().int().min(0).default(0),
  author: z.string().nullable().default(null),
  order: z.enum(['title', 'year', '-year']).default('title'),
});

/** What is put into the SQL comes from here, never from a request. */
const orderBy = { title: 'title', year: 'year, id', '-year': 'year DESC, id' };

const chosen = 'FROM books WHERE :author IS NULL OR author = :author';

app.get('/books', (c) => {
  const query = Query.safeParse(c.req.query());
  if (!query.success) return c.json({ detail: query.error.issues }, 422);
  const { limit, offset, author, order } = query.data;
  const counted = database.prepare(`SELECT count(*) AS total ${chosen}`).get({ author });
  const items = database
    .prepare(`SELECT * ${chosen} ORDER BY ${orderBy[order]} LIMIT :limit OFFSET :offset`)
    .all({ author, limit, offset });
  if (items.length === 0) return c.json({ detail: 'No books' }, 404);
  return c.json({ items, total: counted?.total });
});

export default app;
