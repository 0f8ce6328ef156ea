import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

// #region open
/** A database with its tables: in memory, or the file that `path` names. Tables are made where there are none at all. */
export function openDatabase(schema: URL, path = ''): DatabaseSync {
  const database = connect(path || ':memory:');
  const isNew = database.prepare('SELECT 1 FROM sqlite_master').get() === undefined;
  if (isNew) database.exec(readFileSync(schema, 'utf8'));
  return database;
}
// #endregion

function connect(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path);
  } catch (error) {
    const isRefused =
      error instanceof Error && 'code' in error && error.code === 'ERR_ACCESS_DENIED';
    if (!isRefused) throw error;
    throw new Error(`DATABASE_PATH is ${path} in the environment, and a lab writes no files here.`);
  }
}

// #region transaction
/**
 * Keeps all changes that `work` makes, or none of them when it throws. `work` may not await: other requests use the
 * same connection, and theirs would become part of this transaction.
 */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
// #endregion

// #region constraints
/** SQLite's own numbers for the rules of a table that a statement can break. */
export const broken = { foreignKey: 787, unique: 2067 };

/** The number of the rule that a failed statement broke; undefined for other errors. */
export function readBroken(error: unknown): unknown {
  return error instanceof Error && 'errcode' in error ? error.errcode : undefined;
}
// #endregion
