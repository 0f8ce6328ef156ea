import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  broken,
  inTransaction,
  openDatabase,
  readBroken,
} from '../../../labs/80-rest/parts/database.ts';
import { startLab } from '../../../src/servers/start-lab.ts';
import { hostFile, packageRoot } from '../../servers/spawned.ts';

const schema = pathToFileURL(join(packageRoot, 'labs/80-rest/data/schema.sql'));

function open(path?: string): DatabaseSync {
  const database = openDatabase(schema, path);
  onTestFinished(() => {
    if (database.isOpen) database.close();
  });
  return database;
}

const readTitles = (database: DatabaseSync) =>
  database
    .prepare('SELECT title FROM books ORDER BY id')
    .all()
    .map(({ title }) => title);

test('each database in memory begins with the same books', () => {
  const database = open();
  database.exec('DELETE FROM books WHERE id > 1');
  expect(readTitles(database)).toEqual(['Emma']);
  expect(readTitles(open())).toHaveLength(7);
});

test('a file is found as it was left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-labs-rest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'books.db');
  const database = open(file);
  database.exec('DELETE FROM books WHERE id > 2');
  database.close();
  const again = open(file);
  expect(readTitles(again)).toEqual(['Emma', 'Sense and Sensibility']);
  again.close();
});

test('nothing is made in a database that has other tables', () => {
  const folder = mkdtempSync(join(tmpdir(), 'api-labs-rest-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'notes.db');
  const notes = new DatabaseSync(file);
  notes.exec('CREATE TABLE notes (text TEXT)');
  notes.close();
  const database = open(file);
  expect(database.prepare('SELECT name FROM sqlite_master').all()).toHaveLength(1);
  database.close();
});

test('a lab that is served by the program keeps to memory, and says so', async () => {
  const serverFile = join(packageRoot, 'labs/80-rest/server.ts');
  vi.stubEnv('DATABASE_PATH', '/tmp/books.db');
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(await startLab({ serverFile, hostFile })).toMatchObject({
    kind: 'broken',
    message:
      'The lab did not start: DATABASE_PATH is /tmp/books.db in the environment, and a lab writes no files here.',
  });
});

test('a transaction keeps all that was done, or nothing', () => {
  const database = open();
  const remove = (id: number) => database.prepare('DELETE FROM books WHERE id = ?').run(id);
  expect(inTransaction(database, () => remove(1).changes)).toBe(1);
  expect(() =>
    inTransaction(database, () => {
      remove(2);
      throw new Error('stopped in the middle');
    }),
  ).toThrow('stopped in the middle');
  expect(database.isTransaction).toBe(false);
  expect(readTitles(database)).toHaveLength(6);
});

test('a broken rule is told by its number', () => {
  const database = open();
  const read = (sql: string) => {
    try {
      database.exec(sql);
    } catch (error) {
      return readBroken(error);
    }
    return undefined;
  };
  expect(read('INSERT INTO books SELECT 99, isbn, title, author, 0, 0, 1 FROM books')).toBe(
    broken.unique,
  );
  expect(read("INSERT INTO loans (reader, book_id) VALUES ('Ada', 99)")).toBe(broken.foreignKey);
  expect(readBroken(new Error('another'))).toBeUndefined();
});
