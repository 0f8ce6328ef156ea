import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const isWindows = process.platform === 'win32';

/** Whether a child can lead a process group of its own here. */
export const canLeadGroup = !isWindows;

/** Ends a child that leads its process group, and all others in it; resolves when they are gone. */
export async function stopGroup(
  child: ChildProcess,
  exited: Promise<unknown>,
  graceMs: number,
): Promise<void> {
  if (child.pid === undefined) return;
  signalGroup(child, 'SIGTERM');
  const isGone = await Promise.race([
    exited.then(() => true),
    wait(graceMs, false, { ref: false }),
  ]);
  if (!isGone || isGroupAlive(child)) signalGroup(child, 'SIGKILL');
  await exited;
  for (let attempt = 0; attempt < 200 && isGroupAlive(child); attempt++) {
    signalGroup(child, 'SIGKILL');
    await wait(5);
  }
}

/** Sends a signal to the whole group at once; a group that is gone is no error. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (isWindows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

function isGroupAlive(child: ChildProcess): boolean {
  if (isWindows || child.pid === undefined) return false;
  try {
    process.kill(-child.pid, 0);
  } catch {
    return false;
  }
  return process.platform !== 'linux' || hasLiveMember(child.pid);
}

/** A dead process counts as a member until its parent asks for it; in some containers nobody ever does. */
function hasLiveMember(group: number): boolean {
  return readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group && state !== 'Z' && state !== 'X';
    } catch {
      return false;
    }
  });
}
