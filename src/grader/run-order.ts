/** What the grader asks of the runner process. */
export type RunOrder = {
  run: number;
  checksFile: string;
  baseUrl: string;
  requestDeadlineMs: number;
  /** What the checks' random inputs grow from: an unsigned 32-bit integer. */
  seed: number;
};

/** Checked by hand: a schema library would have to be loaded before the first check can run. */
export function isRunOrder(value: unknown): value is RunOrder {
  if (typeof value !== 'object' || value === null) return false;
  const { run, checksFile, baseUrl, requestDeadlineMs, seed } = value as Partial<
    Record<string, unknown>
  >;
  return (
    typeof run === 'number' &&
    typeof checksFile === 'string' &&
    typeof baseUrl === 'string' &&
    typeof requestDeadlineMs === 'number' &&
    typeof seed === 'number'
  );
}
