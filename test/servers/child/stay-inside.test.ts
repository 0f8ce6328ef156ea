import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as original from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { keepDatabasesInMemory } from '../../../src/servers/child/stay-inside.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-labs-inside-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'file.db');

const sqlite = { ...original };
keepDatabasesInMemory(sqlite);
const refusal = 'A handler may not write files while it is served here.';

test.each([
  ['a file is opened', () => new sqlite.DatabaseSync(file)],
  ['a file is named by a URL', () => new sqlite.DatabaseSync(new URL(`file:${file}`))],
  ['SQL attaches one', () => open().exec(`ATTACH '${file}' AS other`)],
  ['SQL attaches one by its URI', () => open().exec(`ATTACH 'file:${file}' AS other`)],
  ['SQL makes up its name', () => open().exec(`ATTACH '${folder}/' || 'file.db' AS other`)],
  ['its name is a parameter', () => open().prepare('ATTACH ? AS other').run(file)],
  ['SQL copies it into one', () => open().exec(`VACUUM INTO '${file}'`)],
  ['it is opened later', () => openLater().exec(`ATTACH '${file}' AS other`)],
])('%s: refused, and nothing is written', (_what, write) => {
  expect(write).toThrow(refusal);
  expect(readdirSync(folder)).toEqual([]);
});

test('a copy in a file is refused', async () => {
  await expect(sqlite.backup(open(), file)).rejects.toThrow(refusal);
  expect(existsSync(file)).toBe(false);
});

test('what stays in memory is as it was', () => {
  const database = open();
  expect(database).toBeInstanceOf(original.DatabaseSync);
  database.exec("CREATE TABLE t (a); ATTACH ':memory:' AS other; ATTACH '' AS temporary; VACUUM");
  database.prepare('INSERT INTO t VALUES (?)').run(5);
  expect(database.prepare('SELECT a FROM t').get()).toEqual({ a: 5 });
  database.close();
});

function open() {
  return new sqlite.DatabaseSync(':memory:');
}

function openLater() {
  const database = new sqlite.DatabaseSync(':memory:', { open: false });
  database.open();
  return database;
}
