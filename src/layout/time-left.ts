/** A grade that takes no longer than this needs no clock. */
const quietMs = 1000;

/** How long a grade may still take, once it takes long enough to be wondered at. */
export function timeLeftText(deadlineMs: number, elapsedMs: number): string | undefined {
  if (elapsedMs < quietMs) return undefined;
  const left = Math.ceil((deadlineMs - elapsedMs) / 1000);
  return left > 0 ? `${left} s left before it counts as stuck` : 'time is up, it is being ended';
}
