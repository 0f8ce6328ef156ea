// right: It is no Hono app at all, only a function from a request to a response; the transaction is a function that takes another.
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const database = new DatabaseSync(':memory:');
database.exec('CREATE TABLE shelves (name TEXT UNIQUE, copies INTEGER) STRICT');

const Move = z.object({ source: z.string(), target: z.string(), copies: z.number() });

class Refusal extends Error {
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

function allOrNothing<Result>(work: () => Result): Result {
  database.exec('SAVEPOINT work');
  let isDone = false;
  try {
    const result = work();
    isDone = true;
    return result;
  } finally {
    if (!isDone) database.exec('ROLLBACK TO work');
    database.exec('RELEASE work');
  }
}

function read(name: string | undefined) {
  const shelf = database.prepare('SELECT * FROM shelves WHERE name = ?').get(name ?? null);
  if (shelf === undefined) throw new Refusal(404, 'Shelf not found');
  return { name: String(shelf.name), copies: Number(shelf.copies) };
}

function change(name: string, copies: number) {
  const shelf = read(name);
  const now = shelf.copies + copies;
  database.prepare('UPDATE shelves SET copies = ? WHERE name = ?').run(now, name);
  if (now < 0 || now > 100) throw new Refusal(409, 'Not enough copies or room');
  return { ...shelf, copies: now };
}

async function answerOrThrow(request: Request): Promise<Response> {
  const [, folder, name] = new URL(request.url).pathname.split('/');
  if (folder === 'shelves' && request.method === 'PUT') {
    const { copies } = Move.pick({ copies: true }).parse(await request.json());
    database.prepare('REPLACE INTO shelves VALUES (?, ?)').run(name ?? null, copies);
  }
  if (folder === 'shelves') return Response.json(read(name));
  const move = Move.safeParse(await request.json());
  if (!move.success || move.data.copies < 1 || move.data.copies % 1 !== 0) {
    throw new Refusal(422, 'Not a move');
  }
  const { source, target, copies } = move.data;
  return Response.json(
    allOrNothing(() => ({ target: change(target, copies), source: change(source, -copies) })),
  );
}

export default async function answer(request: Request): Promise<Response> {
  try {
    return await answerOrThrow(request);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return Response.json({ detail: error.message }, { status: error.status });
  }
}
