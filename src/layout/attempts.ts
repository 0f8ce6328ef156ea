import type { Line } from '../model/lines.ts';
import { type Attempt, type ExerciseProgress, hintsUsed } from '../model/progress.ts';
import { clockText } from './clock.ts';
import { fitLine, span } from './width.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `24 Nov 08:05`, in the learner's own time. */
export function timeText(at: string): string {
  const time = new Date(at);
  const day = `${String(time.getDate()).padStart(2)} ${months[time.getMonth()]}`;
  return `${day} ${clockText(at)}`;
}

/** One attempt: number, time, verdict, checks passed, the first that failed. */
export function attemptLine(attempt: Attempt, number: number, width: number): Line {
  const head = [
    span(`${String(number).padStart(3)}  `),
    span(`${timeText(attempt.at)}  `, 'muted'),
  ];
  if (attempt.kind === 'handler-kept') {
    return fitLine(
      [...head, span(`· kept before a ${attempt.before}, not graded`, 'muted')],
      width,
    );
  }
  const { status, passed, total, failedCheck, snapshot } = attempt;
  const isPassed = status === 'passed';
  const tone = isPassed ? 'ok' : status === 'stuck' ? 'warn' : 'wrong';
  const counts = total === 0 ? '' : `${passed} of ${total}`;
  const more = [
    ...(failedCheck === undefined ? [] : [failedCheck]),
    ...(snapshot === undefined ? ['(no file kept)'] : []),
  ];
  return fitLine(
    [
      ...head,
      span(`${isPassed ? '✔' : '✘'} ${status.padEnd(6)}`, tone),
      span(`  ${counts.padEnd(8)}`),
      span(more.length === 0 ? '' : `  ${more.join('  ')}`, 'muted'),
    ],
    width,
  );
}

/** `3 attempts · 2 hints used · solution not seen` */
export function attemptsSummary(progress: ExerciseProgress): string {
  const { attempts, isSolutionShown } = progress;
  const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  return `${tries} · ${hintsText(progress)} · solution ${isSolutionShown ? 'seen' : 'not seen'}`;
}

export function hintsText(progress: ExerciseProgress): string {
  const used = hintsUsed(progress);
  return used === 0 ? 'no hint used' : used === 1 ? '1 hint used' : `${used} hints used`;
}
