import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Downtime, StartResult } from '../model/server.ts';
import { findFileProblem, handlerEndings } from './handler-file.ts';
import { serveSaves } from './serve-saves.ts';
import { choosePort, explainTakenPort } from './taken-port.ts';

export type PlayStart = {
  file: string;
  /** The built entry of the child process. */
  hostFile: string;
  env?: Record<string, string>;
  /** Where bare imports are looked up that the handler's own folder cannot resolve. */
  dependenciesFolder?: string;
  /** This port or none; 0 takes any. */
  port?: number;
  /** This port if it is free, else the next free one. */
  preferredPort?: number;
  /** Calls back after each save, until the returned function is called. */
  watchFile: (file: string, onSave: () => void) => () => void;
  deadlineMs?: number;
  signal?: AbortSignal;
};

/**
 * Serves a learner's handler on one port and loads it anew after each save. A handler that does not load is no failed
 * start: `down` says so, and the next save is another try. Only a path that can hold no handler, or a taken port, fails.
 */
export async function startPlay(start: PlayStart): Promise<StartResult> {
  const file = resolve(start.file);
  const problem = await findPathProblem(file);
  if (problem !== undefined) return { kind: 'broken', ...problem, afterMs: 0, output: '' };
  const wanted = start.port ?? start.preferredPort ?? 0;
  const port = await choosePort(wanted, start.port === undefined);
  if (port === undefined) {
    return { kind: 'port-taken', ...explainTakenPort(wanted), afterMs: 0, output: '' };
  }
  const isMoved = wanted !== 0 && wanted !== port;
  const portNote = isMoved ? `Port ${wanted} is taken, so it runs on ${port}.` : undefined;
  return { kind: 'running', server: { ...serveSaves({ ...start, file, port }), portNote } };
}

/** What no save of the file can put right. */
async function findPathProblem(file: string): Promise<Downtime | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() && handlerEndings.includes(extname(file))) return undefined;
  return findFileProblem(file);
}
