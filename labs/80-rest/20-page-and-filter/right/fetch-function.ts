// right: It is no Hono app at all, only a function from a request to a response, that builds its conditions one by one.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { z } from 'zod';

const database = new DatabaseSync(':memory:');
const create = 'CREATE TABLE books (title TEXT, author TEXT, year INTEGER)';
database.exec(create);

const Books = z.array(z.object({ title: z.string(), author: z.string(), year: z.number() }));

const orders = new Map([
  ['title', 'title ASC, rowid'],
  ['year', 'year ASC, rowid'],
  ['-year', '-year, rowid'],
]);

const refuse = (detail: string) => Response.json({ detail }, { status: 422 });

async function putAll(request: Request): Promise<Response> {
  database.exec(`DROP TABLE books; ${create}`);
  const insert = database.prepare('INSERT INTO books VALUES (?, ?, ?)');
  for (const { title, author, year } of Books.parse(await request.json())) {
    insert.run(title, author, year);
  }
  return new Response('done');
}

function list(sent: URLSearchParams): Response {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const author = sent.get('author');
  if (author !== null) {
    conditions.push('WHERE author = ?');
    values.push(author);
  }
  const limit = z.coerce
    .number()
    .int()
    .min(1)
    .max(50)
    .safeParse(sent.get('limit') ?? 5);
  const offset = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(sent.get('offset') ?? 0);
  const orderBy = orders.get(sent.get('order') ?? 'title');
  if (!limit.success || !offset.success || orderBy === undefined) return refuse('Not like this');
  const from = `FROM books ${conditions.join(' ')}`;
  const total = database.prepare(`SELECT count(*) AS n ${from}`).get(...values)?.n;
  const items = database
    .prepare(`SELECT * ${from} ORDER BY ${orderBy} LIMIT ? OFFSET ?`)
    .all(...values, limit.data, offset.data);
  return Response.json({ items, total });
}

export default async function answer(request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  if (pathname !== '/books') return new Response(null, { status: 404 });
  return request.method === 'PUT' ? putAll(request) : list(searchParams);
}
