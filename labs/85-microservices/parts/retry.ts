export type RetryOptions = {
  /** How often the call is made at most, the first time included. */
  attempts: number;
  /** The longest wait before the second attempt; it doubles with each further one, up to `capMs`. */
  baseMs: number;
  capMs: number;
  /** From 0 to below 1, as `Math.random`. */
  random: () => number;
  wait: (ms: number) => Promise<unknown>;
  /** Whether another attempt may help after this error. */
  isWorthIt: (error: unknown) => boolean;
};

// #region retry
/** Makes a call again while it fails: only for calls that do no harm when they are made twice. */
export async function retry<Result>(
  call: (attempt: number) => Promise<Result>,
  options: RetryOptions,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call(attempt);
    } catch (error) {
      if (attempt >= options.attempts || !options.isWorthIt(error)) throw error;
      await options.wait(backoffMs(attempt, options));
    }
  }
}

// #region backoff
/** Full jitter: any time up to the bound, so that clients who failed together do not come back together. */
export function backoffMs(
  attempt: number,
  { baseMs, capMs, random }: Pick<RetryOptions, 'baseMs' | 'capMs' | 'random'>,
): number {
  return random() * Math.min(capMs, baseMs * 2 ** (attempt - 1));
}
// #endregion
// #endregion
