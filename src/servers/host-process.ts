import { type ChildProcess, spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerEvent } from '../model/server.ts';
import { type HostMessage, type HostOrder, hostMessage } from './host-message.ts';
import { readMessageLines, toMessageLine } from './message-lines.ts';
import { keepOutputTail } from './output-tail.ts';
import { canLeadGroup, stopGroup } from './process-group.ts';

const memoryCapMb = 512;
const graceMs = 500;
/** How long the last messages and output may take after a host's end. */
const lastNewsMs = 200;

/** A child process that can load a handler or a lab and serve it. */
export type HostProcess = {
  pid: number | undefined;
  order: (order: HostOrder) => void;
  onMessage: (listener: (message: HostMessage) => void) => () => void;
  onEnd: (listener: (end: HostEnd) => void) => void;
  onOutput: (listener: (stream: 'stdout' | 'stderr', text: string) => void) => void;
  output: () => string;
  stop: () => Promise<void>;
};

export type HostEnd = Pick<Extract<ServerEvent, { kind: 'ended' }>, 'exitCode' | 'signal'>;

/** Starts a host that may read files and listen, but neither write files nor, unless it has to, start processes. */
export function spawnHost(
  hostFile: string,
  env: Record<string, string> = {},
  { mayStartProcesses = false }: { mayStartProcesses?: boolean } = {},
): HostProcess {
  const flags = [...hostFlags(), ...(mayStartProcesses ? ['--allow-child-process'] : [])];
  const child = spawn(process.execPath, [...flags, hostFile], {
    // Messages, and the watchdog's pipe: the host ends itself when our end of it is closed.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: canLeadGroup,
    env: { ...withoutNodeOptions(process.env), NO_COLOR: '1', ...env },
  });
  const messageListeners = new Set<(message: HostMessage) => void>();
  const endListeners = new Set<(end: HostEnd) => void>();
  const outputListeners = new Set<(stream: 'stdout' | 'stderr', text: string) => void>();
  const pipes = pipesOf(child);
  const tail = keepOutputTail(pipes, (stream, text) => {
    for (const listener of outputListeners) listener(stream, text);
  });
  const exited = new Promise<HostEnd>((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
    child.once('error', () => resolve({ exitCode: null, signal: null }));
  });
  const heard = Promise.withResolvers<void>();
  pipes.messages.once('close', () => heard.resolve());
  child.once('error', () => heard.resolve());
  const closed = Promise.withResolvers<void>();
  child.once('close', () => closed.resolve());
  let end: HostEnd | undefined;
  exited.then(async (how) => {
    // The last messages and output may still be on their way when the exit is known.
    await Promise.race([closed.promise, wait(lastNewsMs, undefined, { ref: false })]);
    end = how;
    for (const listener of endListeners) listener(how);
  });
  const tell = (message: HostMessage) => {
    for (const listener of messageListeners) listener(message);
  };
  readMessageLines(pipes.messages, (value) => {
    const message = hostMessage.safeParse(value);
    if (message.success) tell(message.data);
  });
  pipes.watchdog.on('error', () => {});
  pipes.watchdog.setEncoding('utf8').on('data', (text) => {
    if (text !== 'memory') return;
    tell({ kind: 'last-words', cause: 'memory', error: { message: 'too much memory is in use' } });
  });
  return {
    pid: child.pid,
    order: (order) => {
      if (pipes.messages.writable) pipes.messages.write(toMessageLine(order));
    },
    onMessage: (listener) => {
      messageListeners.add(listener);
      return () => messageListeners.delete(listener);
    },
    onEnd: (listener) => {
      if (end === undefined) endListeners.add(listener);
      else listener(end);
    },
    onOutput: (listener) => outputListeners.add(listener),
    output: tail.text,
    stop: async () => {
      await stopGroup(child, exited, graceMs);
      // What it told last may still be on its way.
      await Promise.race([heard.promise, wait(lastNewsMs, undefined, { ref: false })]);
    },
  };
}

function hostFlags(): string[] {
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    '--allow-worker',
    '--disable-warning=ExperimentalWarning',
    '--disable-warning=SecurityWarning',
    `--max-old-space-size=${memoryCapMb}`,
  ];
  // Node versions that also guard the network would otherwise refuse to listen.
  if (process.allowedNodeEnvironmentFlags.has('--allow-net')) flags.push('--allow-net');
  return flags;
}

function withoutNodeOptions(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, FORCE_COLOR: _color, ...rest } = env;
  return rest;
}

function pipesOf(child: ChildProcess) {
  const { stdout, stderr } = child;
  const [, , , messages, watchdog] = child.stdio;
  if (stdout === null || stderr === null) throw new Error('The host has no pipes.');
  if (!(messages instanceof Duplex && watchdog instanceof Duplex)) {
    throw new Error('The host has no pipes for messages.');
  }
  return { stdout, stderr, messages, watchdog };
}
