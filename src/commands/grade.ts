import type { Exercise } from '../model/course.ts';
import type { Target, Verdict } from '../model/verdict.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { findTarget } from './grade-target.ts';
import { complain, say, showJson } from './show.ts';
import { gradeAttempt, gradeVisibly, showVerdict } from './show-verdict.ts';

/** `api-labs grade <exercise>`: grades once, or again after each save. */
export const run: RunCommand = async (context, args) => {
  if (args.isOn('all')) {
    const { gradeAll } = await import('./grade-all.ts');
    return gradeAll(context, args);
  }
  const exercise = await context.services.loadExercise(args.subject ?? '');
  const found = await findTarget(context, args, exercise);
  if (found.kind === 'wrong') {
    complain(context, found.message);
    return exitCodes.wrongUsage;
  }
  const { target, seed } = found;
  const present = args.isOn('json')
    ? (verdict: Verdict) => showJson(context, verdictJson(verdict))
    : (verdict: Verdict) => showVerdict(context, verdict);
  const grade = args.isOn('json') ? gradeAttempt : gradeVisibly;
  if (args.isOn('watch')) {
    if (target.kind !== 'file') {
      complain(
        context,
        '--watch follows a handler file: it cannot be combined with --url or --run.',
      );
      return exitCodes.wrongUsage;
    }
    const note = args.isOn('json') ? complain : say;
    note(context, `Watching ${target.file}. Save it to grade it, press Ctrl-C to end.`);
    return gradeOnEverySave(context, exercise, { target, seed }, grade, present);
  }
  const verdict = await grade(context, exercise, target, { signal: context.signal, seed });
  present(verdict);
  return exitCodeOf(verdict);
};

/** The newest save wins: a run that is still under way is ended. Resolves once the learner ends it. */
async function gradeOnEverySave(
  context: Context,
  exercise: Exercise,
  { target, seed }: { target: Extract<Target, { kind: 'file' }>; seed?: number },
  grade: typeof gradeVisibly,
  present: (verdict: Verdict) => void,
): Promise<number> {
  const { services, signal } = context;
  let exitCode: number = exitCodes.notPassed;
  const failure = Promise.withResolvers<void>();
  let current: AbortController | undefined;
  const gradeNow = async (): Promise<void> => {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    const either = AbortSignal.any([mine.signal, signal]);
    const verdict = await grade(context, exercise, target, { signal: either, seed });
    if (either.aborted) return;
    present(verdict);
    exitCode = exitCodeOf(verdict);
  };
  const start = (): void => {
    gradeNow().catch((error: unknown) => {
      if (!isAbort(error)) failure.reject(error);
    });
  };
  const stopWatching = services.watchFile(target.file, start);
  start();
  try {
    await Promise.race([aborted(signal), failure.promise]);
  } finally {
    stopWatching();
    current?.abort();
  }
  return exitCode;
}

/** Resolves when the signal fires. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function exitCodeOf(verdict: Verdict): number {
  return verdict.status === 'passed' ? exitCodes.passed : exitCodes.notPassed;
}

/** The verdict as other tools read it, in the documented order. */
function verdictJson(verdict: Verdict): unknown {
  const { schemaVersion, exercise, status, durationMs, checks, ...more } = verdict;
  return { schemaVersion, exercise, status, durationMs, checks, ...more };
}
