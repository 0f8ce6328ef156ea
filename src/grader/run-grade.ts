import { setTimeout as wait } from 'node:timers/promises';
import type { Exercise } from '../model/course.ts';
import type { RunningServer, ServerEvent, StartResult } from '../model/server.ts';
import type { Target } from '../model/verdict.ts';
import type { GradeReport } from './judge.ts';
import type { RunReport } from './run-report.ts';
import type { RunnerProcess } from './runner-process.ts';

const defaultDeadlineMs = 10_000;
/** How long the news of a target's end may take after its connections broke. */
const endNewsMs = 300;

export type GradeStep =
  /** `deadlineMs` is how long the grade may take from now on. */
  | { kind: 'starting'; deadlineMs: number }
  | { kind: 'checking' }
  | { kind: 'check-finished'; title: string; status: string };

/** A target that was started, could not be, or is a server that is there already. */
export type StartedTarget = StartResult | { kind: 'url'; url: string };

export type GradeRequest = {
  exercise: Pick<Exercise, 'id' | 'checksFile'>;
  target: Target;
  /** Brings the target up; gives up when the signal says so. */
  startTarget: (target: Target, signal: AbortSignal) => Promise<StartedTarget>;
  /** How long the whole grade may take, from the target's start on. */
  deadlineMs?: number;
  /** Repeats the random inputs of an earlier grade; without it they are new. */
  seed?: number;
  onStep?: (step: GradeStep) => void;
  signal?: AbortSignal;
};

export type Grade = {
  report: GradeReport;
  /** Whether the runner can take the next order. */
  isRunnerIdle: boolean;
};

/** Brings the target up, runs the checks against it and ends it. */
export async function runGrade(
  request: GradeRequest,
  runner: RunnerProcess,
  requestDeadlineMs: number,
): Promise<Grade> {
  const { exercise, target, onStep, deadlineMs = defaultDeadlineMs } = request;
  const startedAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedAt);
  const stop = stopAfter(deadlineMs, request.signal);
  const seed = request.seed ?? newSeed();
  const base = { exercise: exercise.id, target, seed };
  onStep?.({ kind: 'starting', deadlineMs });
  const started = await request.startTarget(target, stop.signal);
  if (started.kind !== 'running' && started.kind !== 'url') {
    stop.clear();
    const failedTarget = started.kind === 'cancelled' ? lateStart(deadlineMs) : started;
    const { output } = started;
    const report = { ...base, failedTarget, durationMs: elapsedMs(), events: [], output };
    return { report, isRunnerIdle: true };
  }
  const server = started.kind === 'running' ? started.server : undefined;
  const baseUrl = (started.kind === 'url' ? started.url : started.server.url).replace(/\/$/, '');
  const watched = watchServer(server);
  onStep?.({ kind: 'checking' });
  const { report: run, finished } = runner.run(
    { checksFile: exercise.checksFile, baseUrl, requestDeadlineMs, seed },
    ({ title, outcome = 'skipped' }) =>
      onStep?.({ kind: 'check-finished', title, status: outcome }),
  );
  const isFinished = await Promise.race([
    finished.then(() => true),
    stop.stopped.then(() => false),
  ]);
  stop.clear();
  const durationMs = elapsedMs();
  if (server !== undefined && hasLostConnection(run)) {
    await Promise.race([watched.ended, wait(endNewsMs, undefined, { ref: false })]);
  }
  await server?.stop();
  const report: GradeReport = {
    ...base,
    run: { problems: [...run.problems], checks: [...run.checks] },
    durationMs,
    events: watched.events,
    output: server?.output() ?? '',
    deadlineAfterMs: isFinished ? undefined : deadlineMs,
  };
  return { report, isRunnerIdle: isFinished && run.problems.length === 0 };
}

/** Six digits at most, so that it can be typed. */
function newSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}

/** A signal that is given at the deadline, or when the caller gives up. */
function stopAfter(deadlineMs: number, signal: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, deadlineMs);
  signal?.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    stopped: new Promise<void>((resolve) => {
      controller.signal.addEventListener('abort', () => resolve());
    }),
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

function lateStart(deadlineMs: number): GradeReport['failedTarget'] {
  return {
    kind: 'stuck',
    message: `The server did not start within ${deadlineMs / 1000} seconds.`,
    remedy: 'Look for a loop that never ends, or an await that takes too long, before it listens.',
    afterMs: deadlineMs,
  };
}

/** Collects what a server tells while it is graded. */
function watchServer(server: RunningServer | undefined) {
  const events: ServerEvent[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const add = (event: ServerEvent) => {
    if (event.kind === 'threw' || event.kind === 'ended') events.push(event);
    if (event.kind === 'ended') resolve();
  };
  server?.onEvent(add);
  const endedBefore = server?.ended();
  if (endedBefore !== undefined) add(endedBefore);
  return { events, ended };
}

function hasLostConnection(run: RunReport): boolean {
  return run.checks.some(
    ({ outcome, exchanges }) =>
      outcome !== 'stuck' && exchanges.some((exchange) => exchange.failure !== undefined),
  );
}
