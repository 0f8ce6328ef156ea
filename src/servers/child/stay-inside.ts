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

/** Keeps the databases of `node:sqlite` in memory. */
export function keepDatabasesInMemory(sqlite: { DatabaseSync: typeof DatabaseSync }): void {
  sqlite.DatabaseSync = new Proxy(sqlite.DatabaseSync, {
    construct: (target, given: [string], newTarget) => {
      if (given[0] !== ':memory:') refuse('not write files', 'FileSystemWrite');
      return Reflect.construct(target, given, newTarget);
    },
  });
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
