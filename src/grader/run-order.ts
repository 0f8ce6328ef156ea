import type { OwnCheck } from '../model/own-check.ts';

/** What the grader tells the runner process; `run` is the number of the run it is about. */
export type RunOrder =
  /** Load the checks and wait with the first request until the target is announced. */
  | {
      kind: 'run';
      run: number;
      checksFile: string;
      requestDeadlineMs: number;
      /** What the checks' random inputs grow from: an unsigned 32-bit integer. */
      seed: number;
      /** The learner's own checks, run after those of the course by the module at `file`. */
      own?: { file: string; checks: OwnCheckOrder[] };
    }
  /** The target answers there. */
  | { kind: 'target'; run: number; baseUrl: string }
  /** There will be no target: let the checks end. */
  | { kind: 'cancel'; run: number };

export type OwnCheckOrder = OwnCheck & { lesson: string };

/** Checked by hand: a schema library would have to be loaded before the first check can run. */
export function isRunOrder(value: unknown): value is RunOrder {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Partial<Record<string, unknown>> = { ...value };
  if (typeof fields.run !== 'number') return false;
  switch (fields.kind) {
    case 'run':
      return (
        typeof fields.checksFile === 'string' &&
        typeof fields.requestDeadlineMs === 'number' &&
        typeof fields.seed === 'number' &&
        (fields.own === undefined || (typeof fields.own === 'object' && fields.own !== null))
      );
    case 'target':
      return typeof fields.baseUrl === 'string';
    case 'cancel':
      return true;
    default:
      return false;
  }
}
