import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { StartResult } from '../model/server.ts';
import { spawnHost } from './host-process.ts';
import { startHost } from './start-host.ts';

const usualDeadlineMs = 20_000;

export type LabStart = {
  serverFile: string;
  /** The built entry of the child process. */
  hostFile: string;
  /** This port or none; 0 takes any. */
  port?: number;
  /** This port if it is free, else the next free one. */
  preferredPort?: number;
  /** 20 seconds unless told. */
  deadlineMs?: number;
  signal?: AbortSignal;
};

/** Serves a lab in a child process, on loopback. */
export async function startLab(start: LabStart): Promise<StartResult> {
  const { deadlineMs = usualDeadlineMs } = start;
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
  switch (result.kind) {
    case 'broken': {
      // The place is in the program's own code: to a learner only what was said tells anything.
      const why = result.error?.message ?? result.message;
      const message = `The lab did not start: ${why}`;
      return { ...result, message, remedy: remedyOf(why, process.env) };
    }
    case 'stuck':
      return {
        ...result,
        message: `The lab did not start within ${deadlineMs / 1000} seconds.`,
        remedy: 'This computer may be busy with something else. Start the lab again.',
      };
    default:
      return result;
  }
}

/** A lab is no code of the learner's: either a variable of the environment keeps it from starting, or a fault of ours. */
function remedyOf(why: string, environment: NodeJS.ProcessEnv): string {
  const name = why.match(/\b[A-Z][A-Z\d_]*\b/g)?.find((word) => environment[word] !== undefined);
  return name === undefined
    ? 'That is no fault of yours. Install api-labs again; api-labs doctor looks for what else may be missing.'
    : `Correct it in your shell, or remove ${name} there, and start api-labs again.`;
}

/** Whether a lab has the entry of another process among its parts, such as a second service. */
function hasProcesses(serverFile: string): boolean {
  const parts = join(dirname(resolve(serverFile)), 'parts');
  return existsSync(parts) && readdirSync(parts).some((name) => /\.process\.[jt]s$/.test(name));
}
