import type { Exchange } from '../model/exchange.ts';
import type { GradeReport } from './judge.ts';

/** Whether every check came to an end, and the target with them stayed up. */
export function isComplete({ run, events, deadlineAfterMs }: GradeReport): boolean {
  return (
    run !== undefined &&
    run.checks.length > 0 &&
    run.problems.length === 0 &&
    deadlineAfterMs === undefined &&
    run.checks.every(({ outcome }) => outcome === 'passed' || outcome === 'failed') &&
    !events.some(({ kind }) => kind === 'ended')
  );
}

/**
 * Everything that was sent and came back while the course's checks ran. What the learner's own checks send is left
 * out: the task may say nothing of it.
 */
export function listExchanges({ run, own }: GradeReport): Exchange[] {
  const ownIds = new Set(own?.checks.map(({ id }) => id));
  return run?.checks.flatMap(({ id, exchanges }) => (ownIds.has(id) ? [] : exchanges)) ?? [];
}
