// rejected-by: moves-copies
// mistake: Sets the copies of the target to those of the move.
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

const notFound = new Error('Shelf not found');

function add(name: string, copies: number) {
  const shelf = database
    .prepare('UPDATE shelves SET copies = copies + ? WHERE name = ? RETURNING *')
    .get(copies, name);
  if (shelf === undefined) throw notFound;
  return shelf;
}

function set(name: string, copies: number) {
  return database
    .prepare('UPDATE shelves SET copies = ? WHERE name = ? RETURNING *')
    .get(copies, name);
}

const Move = z.object({ source: z.string(), target: z.string(), copies: z.int().min(1) });

const checkIsBroken = 275;

app.post('/moves', async (c) => {
  const move = Move.safeParse(await c.req.json());
  if (!move.success) return c.json({ detail: move.error.issues }, 422);
  const { source, target, copies } = move.data;
  // Nothing is awaited from here on: another request would become part of this transaction.
  database.exec('BEGIN');
  try {
    const shelves = { source: add(source, -copies), target: set(target, copies) };
    database.exec('COMMIT');
    return c.json(shelves);
  } catch (error) {
    database.exec('ROLLBACK');
    if (error === notFound) return c.json({ detail: 'Shelf not found' }, 404);
    if (Object(error).errcode !== checkIsBroken) throw error;
    return c.json({ detail: 'Not enough copies or room' }, 409);
  }
});

export default app;
