import { basename } from 'node:path';
import type { Downtime, RunningServer, ServerEvent } from '../model/server.ts';
import { findFileProblem } from './handler-file.ts';
import { spawnHost } from './host-process.ts';
import { keepEarlyEvents } from './keep-early-events.ts';
import { startHost } from './start-host.ts';
import type { PlayStart } from './start-play.ts';

const startDeadlineMs = 10_000;

type SavesStart = Omit<PlayStart, 'port' | 'preferredPort'> & { port: number };

/** Serves a file on one port and again after each save; the newest save wins. */
export function serveSaves(start: SavesStart): RunningServer {
  const { file, port } = start;
  const events = keepEarlyEvents();
  let host: RunningServer | undefined;
  let loading = new AbortController();
  let downtime: Downtime | undefined;
  let printed = '';

  const goDown = (why: Downtime) => {
    downtime = why;
    events.tell({ kind: 'down', ...why });
  };
  const load = async (isRestart: boolean, before: Promise<void>, signal: AbortSignal) => {
    await before;
    if (signal.aborted) return;
    const next = spawnHost(start.hostFile);
    const [found] = await Promise.all([findFileProblem(file), host?.stop()]);
    host = undefined;
    if (signal.aborted || found !== undefined) {
      await next.stop();
      if (found !== undefined && !signal.aborted) goDown(found);
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
    events.tell({ kind: 'serving', isRestart });
    follow(result.server);
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

function explainEnd(file: string, ended: Extract<ServerEvent, { kind: 'ended' }>): Downtime {
  const { error, exitCode, signal, reason } = ended;
  if (reason !== undefined) return reason;
  const how = signal === null ? `with exit code ${exitCode}` : `by ${signal}`;
  const why = error === undefined ? '' : `: ${error.message.replace(/\.$/, '')}`;
  return {
    message: `${basename(file)} ended ${how}${why}.`,
    remedy: 'A server answers every request and goes on: take out what ends it, then save.',
    error,
  };
}
