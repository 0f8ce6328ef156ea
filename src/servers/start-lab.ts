import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { StartResult } from '../model/server.ts';
import { spawnHost } from './host-process.ts';
import { startHost } from './start-host.ts';

const deadlineMs = 20_000;

export type LabStart = {
  serverFile: string;
  /** The built entry of the child process. */
  hostFile: string;
  /** This port or none; 0 takes any. */
  port?: number;
  /** This port if it is free, else the next free one. */
  preferredPort?: number;
  signal?: AbortSignal;
};

/** Serves a lab in a child process, on loopback. */
export async function startLab(start: LabStart): Promise<StartResult> {
  const result = await startHost({
    host: spawnHost(start.hostFile, {}, { mayStartProcesses: hasProcesses(start.serverFile) }),
    load: {
      kind: 'load',
      role: 'lab',
      file: resolve(start.serverFile),
      port: start.port ?? start.preferredPort ?? 0,
      mayMove: start.port === undefined,
      env: {},
    },
    deadlineMs,
    signal: start.signal,
  });
  if (result.kind !== 'broken' || result.error === undefined) return result;
  // The place is in the program's own code: to a learner only what was said tells anything.
  const message = `The lab did not start: ${result.error.message}`;
  return { ...result, message, remedy: 'Set that right, and start it again.' };
}

/** Whether a lab has the entry of another process among its parts, such as a second service. */
function hasProcesses(serverFile: string): boolean {
  const parts = join(dirname(resolve(serverFile)), 'parts');
  return existsSync(parts) && readdirSync(parts).some((name) => /\.process\.[jt]s$/.test(name));
}
