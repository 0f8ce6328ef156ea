import { resolve } from 'node:path';
import type { StartResult } from '../model/server.ts';
import { findFileProblem } from './handler-file.ts';
import { type HostProcess, spawnHost } from './host-process.ts';
import { startHost } from './start-host.ts';

export type HandlerStart = {
  file: string;
  /** The built entry of the child process. */
  hostFile: string;
  env?: Record<string, string>;
  /** How long it may take until it listens. */
  deadlineMs: number;
  /** Where bare imports are looked up that the handler's own folder cannot resolve. */
  dependenciesFolder?: string;
  signal?: AbortSignal;
  /** A host started ahead; without it one is started now. */
  spare?: HostProcess;
};

/** Serves a learner's handler file in a child process of its own, on a free loopback port. */
export async function startHandler(start: HandlerStart): Promise<StartResult> {
  const file = resolve(start.file);
  const problem = await findFileProblem(file);
  if (problem !== undefined) {
    await start.spare?.stop();
    return {
      kind: 'broken',
      ...problem,
      afterMs: 0,
      output: '',
    };
  }
  return startHost({
    host: start.spare ?? spawnHost(start.hostFile),
    load: {
      kind: 'load',
      role: 'handler',
      file,
      port: 0,
      mayMove: false,
      env: start.env ?? {},
      dependenciesFolder: start.dependenciesFolder,
    },
    deadlineMs: start.deadlineMs,
    signal: start.signal,
  });
}
