import { readdirSync, readFileSync } from 'node:fs';

/** The variable by which all that a command starts is known again. */
export const markName = 'API_LABS_COMMAND';

/**
 * The live processes that carry a mark in their environment. It is handed down to every child, also to one
 * in a session of its own whose parent is gone; only a process that was started with an emptied environment
 * escapes. Where there is no /proc nothing is found, and only the process group is known.
 */
export function findMarked(mark: string): number[] {
  if (process.platform !== 'linux') return [];
  const entry = `${markName}=${mark}\0`;
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    return Number.isInteger(pid) && pid !== process.pid && hasEntry(pid, entry) ? [pid] : [];
  });
}

/** Sends a signal to each; those that are gone are no error. */
export function signalEach(pids: number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself.
    }
  }
}

/** A dead process that nobody asked for has no environment any more. */
function hasEntry(pid: number, entry: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(entry);
  } catch {
    return false;
  }
}
