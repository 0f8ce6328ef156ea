import type { TimelineChoice } from './course.ts';
import type { Exchange, Period } from './exchange.ts';

/** Requests that were sent at the same moment, and what has come of each. */
export type TimelineRun = {
  /** Counts how often they were sent: replies to an earlier time are dropped. */
  run: number;
  /** What was foretold, before they were sent. */
  choice: number;
  results: (Exchange | undefined)[];
};

export function isTimelineOver({ results }: TimelineRun): boolean {
  return results.every((result) => result !== undefined);
}

/** The indices of all choices that fit what was measured; none while a reply is missing. */
export function fittingTimes(
  choices: TimelineChoice[],
  results: (Exchange | undefined)[],
): number[] {
  if (results.some((result) => result?.response === undefined)) return [];
  return choices.flatMap(({ took }, index) => {
    const fits = took.every(({ request, from = 0, below = Number.POSITIVE_INFINITY }) => {
      const durationMs = results[request - 1]?.durationMs;
      return durationMs !== undefined && durationMs >= from && durationMs < below;
    });
    return fits ? [index] : [];
  });
}

/**
 * When the event loop of the server was held, in ms since the requests were sent, from what the server recorded of each;
 * undefined where it recorded nothing of the kind. The clocks of the two meet at the end of each exchange.
 */
export function findBusyPeriods(
  sent: (Exchange | undefined)[],
  recorded: (Exchange | undefined)[],
): Period[] | undefined {
  const told = sent.flatMap((exchange, index) => {
    const { busy, durationMs = 0 } = recorded[index] ?? {};
    if (exchange === undefined || busy === undefined) return [];
    const cameInMs = exchange.durationMs - durationMs;
    return [busy.map(({ fromMs, toMs }) => ({ fromMs: fromMs + cameInMs, toMs: toMs + cameInMs }))];
  });
  return told.length === 0 ? undefined : joinPeriods(told.flat());
}

/** Periods in order, those that touch as one. */
function joinPeriods(periods: Period[]): Period[] {
  const sorted = periods.toSorted((one, other) => one.fromMs - other.fromMs);
  const joined: Period[] = [];
  for (const { fromMs, toMs } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else joined.push({ fromMs, toMs });
  }
  return joined;
}

/** How much of the time from `fromMs` to `toMs` lies within the periods, from 0 to 1. */
export function shareWithin(periods: Period[], fromMs: number, toMs: number): number {
  const inside = periods.reduce(
    (sum, period) =>
      sum + Math.max(0, Math.min(toMs, period.toMs) - Math.max(fromMs, period.fromMs)),
    0,
  );
  return toMs > fromMs ? inside / (toMs - fromMs) : 0;
}
