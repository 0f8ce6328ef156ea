import { stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import type { Downtime, RunningServer, ServerEvent, StartResult } from '../model/server.ts';
import { findFileProblem, handlerEndings } from './handler-file.ts';
import { spawnHost } from './host-process.ts';
import { startHost } from './start-host.ts';
import { choosePort, explainTakenPort } from './taken-port.ts';

const startDeadlineMs = 10_000;

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
  return { kind: 'running', server: serveSaves({ ...start, file, port }, wanted) };
}

/** What no save of the file can put right. */
async function findPathProblem(file: string): Promise<Downtime | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile() && handlerEndings.includes(extname(file))) return undefined;
  return findFileProblem(file);
}

function serveSaves(start: PlayStart & { port: number }, wanted: number): RunningServer {
  const { file, port } = start;
  const events = openEvents();
  let host: RunningServer | undefined;
  let loading = new AbortController();
  let downtime: Downtime | undefined;
  let printed = '';

  const goDown = (why: Downtime) => {
    downtime = why;
    events.tell({ kind: 'down', ...why });
  };
  const load = async (isRestart: boolean, before: Promise<void>, signal: AbortSignal) => {
    const next = spawnHost(start.hostFile);
    await before;
    await host?.stop();
    host = undefined;
    const found = signal.aborted ? undefined : await findFileProblem(file);
    if (signal.aborted || found !== undefined) {
      await next.stop();
      if (found !== undefined) goDown(found);
      return;
    }
    const { env = {}, dependenciesFolder, deadlineMs = startDeadlineMs } = start;
    const order = { kind: 'load', role: 'play', file, port, mayMove: false } as const;
    const result = await startHost({
      host: next,
      load: { ...order, env, dependenciesFolder },
      deadlineMs,
      signal,
    });
    if (result.kind === 'cancelled') return;
    printed = result.kind === 'running' ? result.server.output() : result.output;
    if (printed !== '') events.tell({ kind: 'output', stream: 'stdout', text: printed });
    if (result.kind !== 'running') {
      const { message, remedy, error } = result;
      return goDown({ message, remedy, error });
    }
    host = result.server;
    downtime = undefined;
    follow(result.server);
    events.tell({ kind: 'serving', isRestart });
  };
  const follow = (server: RunningServer) => {
    const heed = (event: ServerEvent) => {
      if (event.kind === 'ended') goDown(explainEnd(file, event));
      else events.tell(event);
    };
    server.onEvent(heed);
    const early = server.ended();
    if (early !== undefined) heed(early);
  };
  const { signal } = start;
  let settling = load(false, Promise.resolve(), loading.signal);
  const stopWatching = start.watchFile(file, () => {
    loading.abort();
    loading = new AbortController();
    events.tell({ kind: 'restarting' });
    settling = load(true, settling, loading.signal);
  });
  const stop = async () => {
    stopWatching();
    loading.abort();
    await settling;
    await host?.stop();
  };
  const cancel = () => void stop();
  signal?.addEventListener('abort', cancel, { once: true });
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    portNote:
      wanted === 0 || wanted === port
        ? undefined
        : `Port ${wanted} is taken, so it runs on ${port}.`,
    output: () => host?.output() ?? printed,
    ended: () => undefined,
    settled: async () => {
      let awaited: Promise<void>;
      do {
        awaited = settling;
        await awaited;
      } while (awaited !== settling);
      return downtime;
    },
    onEvent: events.onEvent,
    stop: () => {
      signal?.removeEventListener('abort', cancel);
      return stop();
    },
  };
}

/** Events for listeners; what is told before there is one waits for the first. */
function openEvents() {
  const listeners = new Set<(event: ServerEvent) => void>();
  const early: ServerEvent[] = [];
  return {
    tell: (event: ServerEvent) => {
      if (listeners.size === 0) early.push(event);
      for (const listener of listeners) listener(event);
    },
    onEvent: (listener: (event: ServerEvent) => void) => {
      listeners.add(listener);
      for (const event of early.splice(0)) listener(event);
      return () => listeners.delete(listener);
    },
  };
}

function explainEnd(file: string, ended: Extract<ServerEvent, { kind: 'ended' }>): Downtime {
  const { error, exitCode, signal } = ended;
  const how = signal === null ? `with exit code ${exitCode}` : `by ${signal}`;
  const why = error === undefined ? '' : `: ${error.message.replace(/\.$/, '')}`;
  return {
    message: `${basename(file)} ended ${how}${why}.`,
    remedy: 'A server answers every request and goes on: take out what ends it, then save.',
    error,
  };
}
