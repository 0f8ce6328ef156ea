import { DatabaseSync } from 'node:sqlite';
import { Hono } from 'hono';
import { z } from 'zod';

const Shelf = z.object({ copies: z.int().min(0).max(100) });

const database = new DatabaseSync(':memory:');
database.exec(`
  CREATE TABLE shelves (
    name TEXT PRIMARY KEY,
    copies INTEGER NOT NULL CHECK (copies BETWEEN 0 AND 100)
  )
`);

const app = new Hono();

app.put('/shelves/:name', async (c) => {
  const { copies } = Shelf.parse(await c.req.json());
  const put = database.prepare('INSERT OR REPLACE INTO shelves VALUES (?, ?) RETURNING *');
  return c.json(put.get(c.req.param('name'), copies));
});

app.get('/shelves/:name', (c) => {
  const find = database.prepare('SELECT * FROM shelves WHERE name = ?');
  const shelf = find.get(c.req.param('name'));
  return shelf === undefined ? c.json({ detail: 'Shelf not found' }, 404) : c.json(shelf);
});

app.post('/moves', async (c) => {
  // Read the move from `await c.req.json()`, and change both shelves or none.
  return c.json({ message: 'Not written yet' }, 501);
});

export default app;
