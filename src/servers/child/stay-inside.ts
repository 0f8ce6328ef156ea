import { Server } from 'node:net';
import type { DatabaseSync } from 'node:sqlite';

/** What a handler may do to the world outside its process, where Node's permissions leave a gap. */
export type Inside = { hasListened: () => boolean };

/**
 * Refuses to end other processes and to make files by the ways that Node's permissions do not guard: a
 * socket with a path, a database. It guards against accidents: code that means harm finds others.
 */
export function stayInside(): Inside {
  const kill = process.kill.bind(process);
  process.kill = (pid, signal) => {
    if (pid !== process.pid && signal !== 0) refuse('end only itself', 'Process');
    return kill(pid, signal);
  };
  let hasListened = false;
  const { listen } = Server.prototype;
  Server.prototype.listen = function (this: Server, ...given: unknown[]): Server {
    hasListened = true;
    if (isPath(given[0])) refuse('not write files', 'FileSystemWrite');
    return Reflect.apply(listen, this, given);
  };
  return { hasListened: () => hasListened };
}

type Sqlite = Pick<typeof import('node:sqlite'), 'DatabaseSync' | 'backup' | 'constants'>;

/**
 * Keeps the databases of `node:sqlite` in memory: those that are opened, those that SQL attaches, which `VACUUM INTO`
 * does as well, and copies of them. Before Node 24.10 nobody can be asked about SQL, and it attaches what it names.
 */
export function keepDatabasesInMemory(sqlite: Sqlite): void {
  const { SQLITE_ATTACH, SQLITE_OK } = sqlite.constants;
  const { backup } = sqlite;
  const watchSql = (database: DatabaseSync) =>
    database.setAuthorizer?.((action, file) => {
      // An empty name is a database for the time being; what a parameter will name is not known yet, and refused.
      if (action === SQLITE_ATTACH && file !== '') keepInMemory(file);
      return SQLITE_OK;
    });
  sqlite.DatabaseSync = class DatabaseSync extends sqlite.DatabaseSync {
    constructor(...given: ConstructorParameters<typeof sqlite.DatabaseSync>) {
      keepInMemory(given[0]);
      super(...given);
      if (this.isOpen) watchSql(this);
    }
    override open(): void {
      super.open();
      watchSql(this);
    }
  };
  sqlite.backup = async (...given) => {
    keepInMemory(given[1]);
    return backup(...given);
  };
}

function keepInMemory(path: unknown): void {
  if (path !== ':memory:') refuse('not write files', 'FileSystemWrite');
}

function isPath(given: unknown): boolean {
  if (typeof given === 'string') return Number.isNaN(Number(given));
  return typeof given === 'object' && given !== null && 'path' in given && given.path !== undefined;
}

/** The error that Node's permissions would have thrown. */
function refuse(may: string, permission: string): never {
  throw Object.assign(new Error(`A handler may ${may} while it is served here.`), {
    code: 'ERR_ACCESS_DENIED',
    permission,
  });
}
