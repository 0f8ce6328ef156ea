import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

// #region open
/**
 * A database with its tables: in memory, or the file that `path` names. SQLite keeps a number in each database that
 * is the app's own; it is 0 as long as nobody set it, and then the tables are made.
 */
export function openDatabase(schema: URL, path = ''): DatabaseSync {
  if (path !== '' && !isAbsolute(path)) {
    throw new Error(`DATABASE_PATH is ${path} in the environment. It has to be a whole path.`);
  }
  const database = new DatabaseSync(path || ':memory:');
  const { user_version } = { ...database.prepare('PRAGMA user_version').get() };
  if (user_version === 0) database.exec(readFileSync(schema, 'utf8'));
  return database;
}
// #endregion

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
