import { setTimeout as wait } from 'node:timers/promises';
import type { RunningServer, ServerEvent, StartResult } from '../model/server.ts';
import { type CommandProcess, spawnCommand } from './command-process.ts';
import {
  explainCommandEnd,
  explainSilence,
  findOtherPort,
  otherPortProblem,
} from './explain-command.ts';
import { type FailedStart, memoryRemedy, ranOutOfMemory } from './explain-end.ts';
import { readPrintedError } from './printed-error.ts';
import { addressOf, findFreePort, isAnswering, isListening } from './probe.ts';

const pollAfterMs = 25;
const probeTimeoutMs = 1000;
/** How long a command may go on after it named another port than its own. */
const otherPortGraceMs = 1500;

export type CommandStart = {
  /** Run by the shell; `{port}` in it is replaced, and PORT is set. */
  command: string;
  /** Where it will answer, when the command itself decides on that. */
  url?: string;
  /** The built entry of the guard process. */
  guardFile: string;
  cwd?: string;
  env?: Record<string, string>;
  deadlineMs: number;
  signal?: AbortSignal;
};

/** Starts a server by a shell command and waits until it answers HTTP. */
export async function startCommand(start: CommandStart): Promise<StartResult> {
  const startedAt = performance.now();
  const fail = (failed: FailedStart, output = ''): StartResult => {
    return { ...failed, afterMs: Math.round(performance.now() - startedAt), output };
  };
  if (start.command.trim() === '') {
    return fail({
      kind: 'broken',
      message: 'The command is empty.',
      remedy: 'Write the command that starts your server.',
    });
  }
  const address = start.url === undefined ? undefined : addressOf(start.url);
  if (address !== undefined && (await isListening(address.host, address.port))) {
    return fail({
      kind: 'port-taken',
      message: `Something already answers at ${start.url}, before the command was started.`,
      remedy: `Stop what runs on port ${address.port}, so that it is not graded in place of yours.`,
    });
  }
  const port = address?.port ?? (await findFreePort());
  const urls =
    start.url === undefined
      ? [`http://127.0.0.1:${port}`, `http://[::1]:${port}`]
      : [start.url.replace(/\/$/, '')];
  const child = spawnCommand(start.command.replaceAll('{port}', String(port)), {
    cwd: start.cwd,
    env: { ...start.env, PORT: String(port) },
    guardFile: start.guardFile,
  });
  const outcome = await waitForAnswer(start, child, port, urls);
  if (typeof outcome === 'string')
    return { kind: 'running', server: present(child, outcome, port) };
  await child.stop();
  return fail(outcome, child.output());
}

/** The URL that answers, or why there is none. */
async function waitForAnswer(
  start: CommandStart,
  child: CommandProcess,
  port: number,
  urls: string[],
): Promise<string | FailedStart> {
  const startedAt = performance.now();
  const ended = new Promise<void>((resolve) => child.onEnd(() => resolve()));
  let otherPortSince: number | undefined;
  while (true) {
    let isAnyListening = false;
    for (const url of urls) {
      const { host } = addressOf(url);
      if (!(await isListening(host, port))) continue;
      isAnyListening = true;
      if ((await isAnswering(url, probeTimeoutMs)) && child.ended() === undefined) return url;
    }
    await Promise.race([wait(pollAfterMs), ended]);
    const end = child.ended();
    if (end !== undefined) {
      await ended;
      return explainCommandEnd(start.command, end, child.output());
    }
    const now = performance.now();
    const otherPort = start.url === undefined ? findOtherPort(child.output(), port) : undefined;
    if (otherPort !== undefined) otherPortSince ??= now;
    if (otherPort !== undefined && now - (otherPortSince ?? now) > otherPortGraceMs) {
      return otherPortProblem(start.command, otherPort);
    }
    // Whoever gave up has no use for the reason; at the deadline of a whole grade it is wanted.
    if (start.signal?.aborted || now - startedAt > start.deadlineMs) {
      return explainSilence(start.command, urls[0] ?? '', start.url !== undefined, {
        ms: now - startedAt,
        isListening: isAnyListening,
      });
    }
  }
}

function present(child: CommandProcess, url: string, port: number): RunningServer {
  const listeners = new Set<(event: ServerEvent) => void>();
  const tell = (event: ServerEvent) => {
    for (const listener of listeners) listener(event);
  };
  let isStopping = false;
  let ended: Extract<ServerEvent, { kind: 'ended' }> | undefined;
  child.onOutput((stream, text) => tell({ kind: 'output', stream, text }));
  child.onEnd((end) => {
    if (isStopping) return;
    const error = readPrintedError(child.output());
    const reason = ranOutOfMemory(child.output())
      ? { message: 'The server used up its memory.', remedy: memoryRemedy }
      : undefined;
    ended = {
      kind: 'ended',
      ...end,
      ...(error === undefined ? {} : { error }),
      ...(reason === undefined ? {} : { reason }),
    };
    tell(ended);
  });
  return {
    url,
    port,
    output: child.output,
    ended: () => ended,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      isStopping = true;
      return child.stop();
    },
  };
}
