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

app.post('/books', async (c) => {
  const result = BookIn.safeParse(await c.req.json());
  if (!result.success) return c.json({ detail: result.error.issues }, 422);
  // Store the book here, then add GET /books/:id.
  return c.json({ message: 'Not written yet' }, 501);
});

export default app;
