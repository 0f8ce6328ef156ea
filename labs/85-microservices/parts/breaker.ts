export type BreakerState = 'closed' | 'open' | 'half-open';

export type BreakerOptions = {
  /** After this many failures in a row it opens. */
  failureThreshold: number;
  /** How long it stays open before one call may try again. */
  openMs: number;
  now: () => number;
};

/** Where a breaker stands; `openedForMs` is there until it closes again. */
export type BreakerReport = { state: BreakerState; failures: number; openedForMs?: number };

export type Breaker = {
  /** Makes the call, or throws `CircuitOpen` without making it. A call that rejects is a failure. */
  run: <Result>(call: () => Promise<Result>) => Promise<Result>;
  report: () => BreakerReport;
};

/** Thrown in place of a call that was not made. */
export class CircuitOpen extends Error {
  override name = 'CircuitOpen';
  /** How long until a trial may be made. */
  readonly leftMs: number;
  constructor(leftMs: number) {
    super('The circuit is open.');
    this.leftMs = leftMs;
  }
}

// #region breaker
/** A circuit breaker: whoever fails too often in a row is left alone for a while, then tried with one call. */
export function createBreaker({ failureThreshold, openMs, now }: BreakerOptions): Breaker {
  let failures = 0;
  let openedAtMs: number | undefined;
  let isTrialOut = false;

  function state(): BreakerState {
    if (openedAtMs === undefined) return 'closed';
    return now() - openedAtMs < openMs ? 'open' : 'half-open';
  }

  // #region outcome
  function succeed(): void {
    failures = 0;
    openedAtMs = undefined;
  }

  function fail(): void {
    failures += 1;
    if (openedAtMs !== undefined || failures >= failureThreshold) openedAtMs = now();
  }
  // #endregion

  async function run<Result>(call: () => Promise<Result>): Promise<Result> {
    const isTrial = state() === 'half-open';
    const begunIn = openedAtMs;
    if (begunIn !== undefined && (!isTrial || isTrialOut)) {
      throw new CircuitOpen(Math.max(0, begunIn + openMs - now()));
    }
    if (isTrial) isTrialOut = true;
    try {
      const result = await call();
      // What began before it opened says nothing about now.
      if (openedAtMs === begunIn) succeed();
      return result;
    } catch (error) {
      if (openedAtMs === begunIn) fail();
      throw error;
    } finally {
      if (isTrial) isTrialOut = false;
    }
  }

  function report(): BreakerReport {
    const open = openedAtMs === undefined ? {} : { openedForMs: now() - openedAtMs };
    return { state: state(), failures, ...open };
  }

  return { run, report };
}
// #endregion
