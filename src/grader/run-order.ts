import type { OwnCheck } from '../model/own-check.ts';

/** What the grader asks of the runner process. */
export type RunOrder = {
  run: number;
  checksFile: string;
  baseUrl: string;
  requestDeadlineMs: number;
  /** What the checks' random inputs grow from: an unsigned 32-bit integer. */
  seed: number;
  /** The learner's own checks, run after those of the course by the module at `file`. */
  own?: { file: string; checks: OwnCheckOrder[] };
};

export type OwnCheckOrder = OwnCheck & { lesson: string };

/** Checked by hand: a schema library would have to be loaded before the first check can run. */
export function isRunOrder(value: unknown): value is RunOrder {
  if (typeof value !== 'object' || value === null) return false;
  const { run, checksFile, baseUrl, requestDeadlineMs, seed, own } = value as Partial<
    Record<string, unknown>
  >;
  return (
    typeof run === 'number' &&
    typeof checksFile === 'string' &&
    typeof baseUrl === 'string' &&
    typeof requestDeadlineMs === 'number' &&
    typeof seed === 'number' &&
    (own === undefined || (typeof own === 'object' && own !== null))
  );
}
