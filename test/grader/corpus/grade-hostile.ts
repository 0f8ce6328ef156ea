import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Grader } from '../../../src/grader/grader.ts';
import type { Target, Verdict } from '../../../src/model/verdict.ts';
import { spawnHost } from '../../../src/servers/host-process.ts';
import { findFreePort, isListening } from '../../../src/servers/probe.ts';
import { startCommand } from '../../../src/servers/start-command.ts';
import { startHandler } from '../../../src/servers/start-handler.ts';
import { packageRoot } from '../../servers/spawned.ts';
import { createCanary } from './canary.ts';
import type { HostileItem } from './items.ts';
import { findMarked } from './marked-processes.ts';

/** Generous: on a busy machine nothing but a stuck target may be taken for one. */
const usualDeadlineMs = 40_000;
/** Ten seconds in all. */
const maxLooks = 40;
const betweenLooksMs = 250;
/** Stopping a target that will not go takes a little longer than the deadline. */
export const stopMs = 3000;

const built = (name: string) => join(packageRoot, 'dist', name);
const hostFile = built('host.js');
const guardFile = built('guard.js');
export const runnerFile = built('runner.js');
export const checksFile = join(packageRoot, 'labs/50-predict/10-type-the-input/checks.ts');

/** What a grade came to, and what it left behind. */
export type HostileOutcome = {
  verdict: Verdict;
  /** All that the verdict tells the learner, in one text. */
  words: string;
  /** What the target printed. */
  output: string;
  isInTime: boolean;
  leftRunning: string[];
  stillListening: number[];
  damage: string[];
};

/** Grades one item as the program would, and looks at what is left of it. */
export async function gradeHostile(
  item: HostileItem,
  grader: Grader,
  busyPort: number,
): Promise<HostileOutcome> {
  const mark = `API_LABS_MARK=${randomUUID()}`;
  const canary = createCanary();
  const secondPort = await findFreePort();
  const env = {
    CANARY: canary.folder,
    SECOND_PORT: String(secondPort),
    BUSY_PORT: String(busyPort),
    CHECKS_FILE: checksFile,
  };
  const marked = { API_LABS_MARK: mark.slice(mark.indexOf('=') + 1) };
  const ports = [secondPort];
  const deadlineMs = item.deadline === undefined ? usualDeadlineMs : item.deadline * 1000;
  const startedAt = performance.now();
  const verdict = await grader.grade({
    exercise: { id: 'predict/type-the-input', checksFile },
    target: targetOf(item),
    deadlineMs,
    startTarget: async (target, signal) => {
      if (target.kind === 'url') return target;
      const started = await (target.kind === 'command'
        ? startCommand({
            ...target,
            guardFile,
            cwd: dirname(item.file),
            env: { ...env, ...marked },
            deadlineMs,
            signal,
          })
        : startHandler({
            file: target.file,
            hostFile,
            env,
            spare: spawnHost(hostFile, marked),
            dependenciesFolder: packageRoot,
            deadlineMs,
            signal,
          }));
      if (started.kind === 'running') {
        ports.push(started.server.port);
        item.onServing?.(item.file);
      }
      return started;
    },
  });
  const isInTime = performance.now() - startedAt < deadlineMs + stopMs;
  await grader.settle();
  const open = await Promise.all(ports.map(staysOpen));
  const outcome = {
    verdict,
    words: wordsOf(verdict),
    output: verdict.output,
    isInTime,
    leftRunning: findMarked(mark),
    stillListening: ports.filter((_port, index) => open[index]),
    damage: canary.damage(),
  };
  canary.remove();
  return outcome;
}

/**
 * Whether something goes on listening on a port. The system gives a free port to whoever asks next, such as the tests that
 * run beside this one, whose servers last a moment each: what was left running lasts.
 */
async function staysOpen(port: number): Promise<boolean> {
  for (let look = 0; look < maxLooks; look += 1) {
    if (!(await isListening('127.0.0.1', port))) return false;
    await wait(betweenLooksMs);
  }
  return true;
}

function targetOf({ file, run }: HostileItem): Target {
  if (run === undefined) return { kind: 'file', file };
  const command = run
    .replaceAll('{node}', JSON.stringify(process.execPath))
    .replaceAll('{file}', JSON.stringify(file));
  return { kind: 'command', command };
}

function wordsOf(verdict: Verdict): string {
  const checks = verdict.checks.flatMap(({ message, thrown }) => [message, thrown?.message]);
  const parts = [verdict.message, verdict.remedy, verdict.error?.message, ...checks];
  return parts.filter((part) => part !== undefined && part !== '').join('\n');
}
