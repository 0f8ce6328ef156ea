import { setTimeout as wait } from 'node:timers/promises';
import type { Exercise } from '../model/course.ts';
import type { Json } from '../model/exchange.ts';
import type { RunningServer, ServerEvent, StartResult } from '../model/server.ts';
import type { CheckResult, GradeStep, Target } from '../model/verdict.ts';
import { fetchDocument, findServedDocument } from './contract/served-document.ts';
import { isComplete, listExchanges } from './grade-report.ts';
import type { GradeReport } from './judge.ts';
import type { OwnCheckOrder } from './run-order.ts';
import type { RunReport } from './run-report.ts';
import type { CheckRun, RunnerProcess } from './runner-process.ts';
import { judgeTypes } from './types/judge-types.ts';

const defaultDeadlineMs = 10_000;
/** How long the news of a target's end may take after its connections broke. */
const endNewsMs = 300;
/** How long a run that was given up may take to end before its runner is. */
const endOfRunMs = 1000;
/** How long a target may take to serve a document that nobody asked it for. */
const documentDeadlineMs = 500;

/** A target that was started, could not be, or is a server that is there already. */
export type StartedTarget = StartResult | { kind: 'url'; url: string };

export type GradeRequest = {
  exercise: Pick<Exercise, 'id' | 'checksFile'> &
    Partial<Pick<Exercise, 'lesson' | 'contract' | 'asksForTypes'>>;
  target: Target;
  /** Brings the target up; gives up when the signal says so. */
  startTarget: (target: Target, signal: AbortSignal) => Promise<StartedTarget>;
  /** How long the whole grade may take, from the target's start on. */
  deadlineMs?: number;
  /** Repeats the random inputs of an earlier grade; without it they are new. */
  seed?: number;
  /** The learner's own checks, run after those of the course. */
  own?: OwnChecksOrder;
  onStep?: (step: GradeStep) => void;
  signal?: AbortSignal;
};

export type OwnChecksOrder = {
  checks: OwnCheckOrder[];
  /** Why there are none, although the learner kept some. */
  problem?: string;
};

export type Grade = {
  report: GradeReport;
  /** The OpenAPI document that the target serves, where all checks were run. */
  document?: Json;
  /** Whether the runner can take the next order; known when the target has ended, a moment after the report. */
  isRunnerIdle: Promise<boolean>;
};

export type GradeSettings = {
  requestDeadlineMs: number;
  /** The module that runs the learner's own checks. */
  ownChecksFile?: string;
  /** Where the dependencies are that handlers may import; needed for exercises that ask for types. */
  packageRoot?: string;
};

/** Brings the target up, runs the checks against it and ends it. */
export async function runGrade(
  request: GradeRequest,
  runner: RunnerProcess,
  settings: GradeSettings,
): Promise<Grade> {
  const { exercise, target, own, onStep, deadlineMs = defaultDeadlineMs } = request;
  const { requestDeadlineMs } = settings;
  const startedAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedAt);
  const stop = stopAfter(deadlineMs, request.signal);
  const seed = request.seed ?? newSeed();
  const base = { exercise: exercise.id, target, seed, own };
  onStep?.({ kind: 'starting', deadlineMs });
  const types = startTypes(request, settings.packageRoot, stop.signal);
  const run = runner.prepare(
    { checksFile: exercise.checksFile, requestDeadlineMs, seed, ...orderOwnChecks(own, settings) },
    ({ title, outcome = 'skipped' }) =>
      onStep?.({ kind: 'check-finished', title, status: outcome }),
  );
  const started = await request.startTarget(target, stop.signal);
  if (started.kind !== 'running' && started.kind !== 'url') {
    stop.end();
    run.cancel();
    const failedTarget = started.kind === 'cancelled' ? lateStart(deadlineMs) : started;
    const { output } = started;
    const report = { ...base, failedTarget, durationMs: elapsedMs(), events: [], output };
    return { report, isRunnerIdle: endsSoon(run) };
  }
  const server = started.kind === 'running' ? started.server : undefined;
  const watched = watchServer(server);
  onStep?.({ kind: 'checking' });
  const baseUrl = (started.kind === 'url' ? started.url : started.server.url).replace(/\/$/, '');
  run.begin(baseUrl);
  const isFinished = await Promise.race([
    run.finished.then(() => true),
    stop.stopped.then(() => false),
  ]);
  const judgedTypes = await types;
  stop.end();
  const durationMs = elapsedMs();
  if (server !== undefined && hasLostConnection(run.report)) {
    await Promise.race([watched.ended, wait(endNewsMs, undefined, { ref: false })]);
  }
  const { checks, problems } = run.report;
  const report: GradeReport = {
    ...base,
    run: { checks: [...checks], problems: [...problems] },
    types: judgedTypes,
    durationMs,
    events: [...watched.events],
    output: server?.output() ?? '',
    deadlineAfterMs: isFinished ? undefined : deadlineMs,
  };
  if (isComplete(report)) {
    // What a target does when it is asked for its document is not held against it: the report is closed.
    const leftMs = Math.min(documentDeadlineMs, deadlineMs - elapsedMs());
    const document = await readDocument(report, baseUrl, leftMs);
    // The verdict does not wait for the target's end: nothing that it still does counts.
    const isRunnerIdle = Promise.resolve(server?.stop()).then(() => endsSoon(run));
    return { report, document, isRunnerIdle };
  }
  await server?.stop();
  const { events } = watched;
  const output = server?.output() ?? '';
  return { report: { ...report, events, output }, isRunnerIdle: endsSoon(run) };
}

function orderOwnChecks(own: OwnChecksOrder | undefined, { ownChecksFile }: GradeSettings) {
  if (own === undefined || own.checks.length === 0 || ownChecksFile === undefined) return {};
  return { own: { file: ownChecksFile, checks: own.checks } };
}

/** A document that a check has read is not asked for again. */
async function readDocument(
  report: GradeReport,
  baseUrl: string,
  leftMs: number,
): Promise<Json | undefined> {
  const exchanges = listExchanges(report);
  if (leftMs <= 0 || !exchanges.some(({ response }) => response !== undefined)) return undefined;
  return findServedDocument(exchanges) ?? (await fetchDocument(baseUrl, leftMs));
}

/** Whether a run that nobody waits for any more ends by itself: its target is gone, so that nothing holds it up. */
async function endsSoon({ finished, report }: CheckRun): Promise<boolean> {
  const isFinished = await Promise.race([
    finished.then(() => true),
    wait(endOfRunMs, false, { ref: false }),
  ]);
  return isFinished && report.problems.length === 0;
}

/** Begins to judge the types while the target starts: they take longer than its checks. */
async function startTypes(
  { exercise, target }: GradeRequest,
  packageRoot: string | undefined,
  signal: AbortSignal,
): Promise<CheckResult | undefined> {
  if (exercise.asksForTypes !== true || target.kind !== 'file') return undefined;
  if (packageRoot === undefined) throw new Error('Types are judged from the package’s own folder.');
  const { checkTypes } = await import('./types/type-check.ts');
  const report = await checkTypes(target.file, { packageRoot, signal });
  return judgeTypes(report, target.file, exercise.lesson ?? '');
}

/** Six digits at most, so that it can be typed. */
function newSeed(): number {
  return Math.floor(Math.random() * 1_000_000);
}

/** A signal that is given at the deadline, when the caller gives up, or when `end` says that it is over. */
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
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      abort();
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
