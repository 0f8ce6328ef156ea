import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The variable by which all that a command starts is known again. */
export const markName = 'API_LABS_COMMAND';

/**
 * The live processes that carry a mark in their environment. It is handed down to every child, also to one
 * in a session of its own whose parent is gone; only a process that was started with an emptied environment
 * escapes, and on macOS also a program of the system itself, whose environment is not shown. On Windows nothing
 * is found.
 */
export function findMarked(mark: string): number[] {
  const entry = `${markName}=${mark}`;
  if (process.platform === 'darwin') return findByPs(entry);
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    return Number.isInteger(pid) && pid !== process.pid && hasEntry(pid, entry) ? [pid] : [];
  });
}

function findByPs(entry: string): number[] {
  try {
    const rows = execFileSync('/bin/ps', ['-axEww', '-o', 'pid=,command='], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      timeout: 2000,
    });
    const marked = rows.split('\n').filter((row) => row.includes(entry));
    return marked.map((row) => Number.parseInt(row, 10)).filter((pid) => pid !== process.pid);
  } catch {
    return [];
  }
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
