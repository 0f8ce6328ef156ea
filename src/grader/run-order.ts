/** What the grader asks of the runner process. */
export type RunOrder = {
  run: number;
  checksFile: string;
  baseUrl: string;
  requestDeadlineMs: number;
};

/** Checked by hand: a schema library would have to be loaded before the first check can run. */
export function isRunOrder(value: unknown): value is RunOrder {
  if (typeof value !== 'object' || value === null) return false;
  const { run, checksFile, baseUrl, requestDeadlineMs } = value as Partial<Record<string, unknown>>;
  return (
    typeof run === 'number' &&
    typeof checksFile === 'string' &&
    typeof baseUrl === 'string' &&
    typeof requestDeadlineMs === 'number'
  );
}
