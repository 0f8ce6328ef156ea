import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export const hostFile = path('../../src/servers/child/host.ts');
export const guardFile = path('../../src/servers/child/guard.ts');
export const runnerFile = path('../../src/grader/runner/main.ts');
export const packageRoot = path('../..');
export const handlerFile = (name: string) => path(`../grader/handlers/${name}`);

/** The ids of all processes below one, this test's own `ps` left out. */
export function descendants(pid = process.pid): number[] {
  const rows = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/));
  const below = (parent: number): number[] =>
    rows
      .filter(([, ppid, name]) => Number(ppid) === parent && name !== 'ps')
      .flatMap(([child]) => [Number(child), ...below(Number(child))]);
  return below(pid);
}

/** Whether a process is there and not merely waiting to be reaped. */
export function isAlive(pid: number): boolean {
  try {
    const state = execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    return !state.trim().startsWith('Z');
  } catch {
    return false;
  }
}
