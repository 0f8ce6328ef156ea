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

/** Everything that was sent and came back while the checks ran. */
export function listExchanges({ run }: GradeReport): Exchange[] {
  return run?.checks.flatMap(({ exchanges }) => exchanges) ?? [];
}
