import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerEvent } from '../model/server.ts';
import { findMarked, markName, signalEach } from './marked-processes.ts';
import { keepOutputTail } from './output-tail.ts';
import { canLeadGroup, stopGroup } from './process-group.ts';

const graceMs = 2000;

export type CommandEnd = Pick<Extract<ServerEvent, { kind: 'ended' }>, 'exitCode' | 'signal'>;

/** A shell command that runs, with all that it starts. */
export type CommandProcess = {
  output: () => string;
  onOutput: (listener: (stream: 'stdout' | 'stderr', text: string) => void) => void;
  ended: () => CommandEnd | undefined;
  onEnd: (listener: (end: CommandEnd) => void) => void;
  stop: () => Promise<void>;
};

/**
 * Runs a shell command that ends with this process, whatever ends it: its process group, and all that
 * left the group but kept the environment.
 */
export function spawnCommand(
  command: string,
  options: { cwd?: string; env: Record<string, string>; guardFile: string },
): CommandProcess {
  const mark = randomUUID();
  const child = spawn(command, {
    shell: true,
    cwd: options.cwd,
    env: { ...process.env, PYTHONUNBUFFERED: '1', NO_COLOR: '1', ...options.env, [markName]: mark },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: canLeadGroup,
  });
  // Its standard input is a pipe that closes when this process is gone, also after SIGKILL.
  const guard =
    child.pid === undefined || !canLeadGroup
      ? undefined
      : spawn(process.execPath, [options.guardFile, String(child.pid), mark], {
          stdio: ['pipe', 'ignore', 'ignore'],
          detached: true,
          env: {},
        });
  guard?.on('error', () => {});
  guard?.stdin?.on('error', () => {});
  const outputListeners = new Set<(stream: 'stdout' | 'stderr', text: string) => void>();
  const tail = keepOutputTail(child, (stream, text) => {
    for (const listener of outputListeners) listener(stream, text);
  });
  const endListeners = new Set<(end: CommandEnd) => void>();
  let end: CommandEnd | undefined;
  const exited = new Promise<void>((resolve) => {
    const finish = (how: CommandEnd) => {
      end ??= how;
      resolve();
    };
    child.once('exit', (exitCode, signal) => finish({ exitCode, signal }));
    child.once('error', () => finish({ exitCode: null, signal: null }));
  });
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  exited.then(async () => {
    // What it printed last may still be on its way; what it left behind may keep the pipes open.
    await Promise.race([closed, wait(200, undefined, { ref: false })]);
    if (end !== undefined) for (const listener of endListeners) listener(end);
  });
  return {
    output: tail.text,
    onOutput: (listener) => outputListeners.add(listener),
    ended: () => end,
    onEnd: (listener) => endListeners.add(listener),
    stop: async () => {
      signalEach(findMarked(mark), 'SIGTERM');
      await stopGroup(child, exited, graceMs);
      await endMarked(mark);
      if (guard === undefined || guard.exitCode !== null || guard.pid === undefined) return;
      const isGone = new Promise((resolve) => guard.once('exit', resolve));
      guard.kill('SIGKILL');
      await isGone;
    },
  };
}

/** What starts again as soon as it is ended is ended again, for a second or so. */
async function endMarked(mark: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const left = findMarked(mark);
    if (left.length === 0) return;
    signalEach(left, 'SIGKILL');
    await wait(10);
  }
}
