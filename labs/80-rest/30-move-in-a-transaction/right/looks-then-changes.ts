// right: Looks inside the transaction and has no rule in its table; lax about text; needs a moment to start.
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { z } from 'zod';

const database = await wait(200, new DatabaseSync(':memory:'));
database.exec('CREATE TABLE shelves (name TEXT PRIMARY KEY, copies INTEGER)');

const Move = z.object({
  source: z.string(),
  target: z.string(),
  copies: z
    .union([z.number(), z.string().regex(/^\d+$/)])
    .transform(Number)
    .pipe(z.int().gt(0)),
});

const readMove = validator('json', (body, c) => {
  const result = Move.safeParse(body);
  return result.success ? result.data : c.json({ detail: 'no move' }, 422);
});

const find = (name: string) => {
  const row = database.prepare('SELECT copies FROM shelves WHERE name = ?').get(name);
  return row === undefined ? undefined : Number(row.copies);
};

const set = (name: string, copies: number) => {
  database.prepare('INSERT OR REPLACE INTO shelves VALUES (?, ?)').run(name, copies);
  return { name, copies };
};

const app = new Hono({ strict: false });

app.put('/shelves/:name', async (c) => {
  const { copies } = z.object({ copies: z.number() }).parse(await c.req.json());
  return c.json(set(c.req.param('name'), copies));
});

app.get('/shelves/:name', (c) => {
  const name = c.req.param('name');
  const copies = find(name);
  return copies === undefined
    ? c.json({ detail: 'Shelf not found' }, 404)
    : c.json({ name, copies });
});

app.post('/moves', readMove, (c) => {
  const { source, target, copies } = c.req.valid('json');
  database.exec('BEGIN EXCLUSIVE');
  try {
    const from = find(source);
    const to = find(target);
    if (from === undefined || to === undefined) return c.json({ detail: 'Shelf not found' }, 404);
    if (from < copies || to + copies > 100) {
      return c.json({ detail: 'Not enough copies or room' }, 409);
    }
    return c.json({ source: set(source, from - copies), target: set(target, to + copies) });
  } finally {
    database.exec('COMMIT');
  }
});

export default app;
