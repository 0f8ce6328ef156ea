// right: @hono/zod-openapi; one statement changes both rows, and the table refuses the whole of it.
import { DatabaseSync } from 'node:sqlite';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const Shelf = z.object({ name: z.string(), copies: z.int() });
const Copies = Shelf.pick({ copies: true });
const Move = z.object({ source: z.string(), target: z.string(), copies: z.int().positive() });
const Moved = z.object({ source: Shelf, target: Shelf });
const Problem = z.object({ detail: z.string() });

const json = <Schema extends z.ZodType>(schema: Schema) => ({
  description: 'As the task says',
  content: { 'application/json': { schema } },
});

const database = new DatabaseSync(':memory:');
database.exec(
  'CREATE TABLE shelf (name TEXT PRIMARY KEY, copies CHECK (copies BETWEEN 0 AND 100))',
);

const app = new OpenAPIHono({
  defaultHook: (result, c) => (result.success ? undefined : c.json(result.error.issues, 422)),
});

const find = (name: string) =>
  Shelf.optional().parse(database.prepare('SELECT * FROM shelf WHERE name = ?').get(name));

const params = z.object({ name: z.string() });

const putShelf = createRoute({
  method: 'put',
  path: '/shelves/{name}',
  request: { params, body: json(Copies) },
  responses: { 200: json(Shelf) },
});

app.openapi(putShelf, (c) => {
  const shelf = { ...c.req.valid('param'), ...c.req.valid('json') };
  database
    .prepare(
      `INSERT INTO shelf VALUES (:name, :copies)
       ON CONFLICT DO UPDATE SET copies = excluded.copies`,
    )
    .run(shelf);
  return c.json(shelf, 200);
});

const readShelf = createRoute({
  method: 'get',
  path: '/shelves/{name}',
  request: { params },
  responses: { 200: json(Shelf), 404: json(Problem) },
});

app.openapi(readShelf, (c) => {
  const shelf = find(c.req.valid('param').name);
  return shelf === undefined ? c.json({ detail: 'Shelf not found' }, 404) : c.json(shelf, 200);
});

const moveCopies = createRoute({
  method: 'post',
  path: '/moves',
  request: { body: json(Move) },
  responses: { 200: json(Moved), 404: json(Problem), 409: json(Problem) },
});

app.openapi(moveCopies, (c) => {
  const move = c.req.valid('json');
  const [source, target] = [find(move.source), find(move.target)];
  if (source === undefined || target === undefined) {
    return c.json({ detail: 'Shelf not found' }, 404);
  }
  try {
    database
      .prepare(
        `UPDATE shelf SET copies = copies + iif(name = :target, :copies, -:copies)
         WHERE name IN (:source, :target)`,
      )
      .run(move);
  } catch {
    return c.json({ detail: 'Not enough copies or room' }, 409);
  }
  source.copies -= move.copies;
  target.copies += move.copies;
  return c.json({ source, target }, 200);
});

export default app;
