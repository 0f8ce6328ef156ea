import { beatNames, pathNames } from '../model/course.ts';
import type { ProgressEvent } from '../model/progress.ts';
import { snapshotName } from '../model/snapshot.ts';
import type { VerdictStatus } from '../model/verdict.ts';

type Guard<T> = (value: unknown) => value is T;
type Kind = ProgressEvent['kind'];
type Fields<K extends Kind> = Omit<Extract<ProgressEvent, { kind: K }>, 'at' | 'kind'>;
type Shape<T> = { [Name in keyof T]-?: Guard<T[Name]> };

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isShare = (value: unknown): value is number => isCount(value) && value <= 1;
const isTextOrAbsent = (value: unknown): value is string | undefined =>
  value === undefined || isText(value);
const isSnapshot = (value: unknown): value is string => isText(value) && snapshotName.test(value);
const isSnapshotOrAbsent = (value: unknown): value is string | undefined =>
  value === undefined || isSnapshot(value);
const isTime = (value: unknown): value is string =>
  isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);

function isOneOf<T extends string>(...allowed: readonly T[]): Guard<T> {
  return (value): value is T => allowed.some((entry) => entry === value);
}

const verdictStatuses: VerdictStatus[] = ['passed', 'failed', 'broken', 'stuck'];

/**
 * One strict shape per kind of event, checked against the type by the compiler.
 * Written by hand because the log is read before the first frame, and loading zod there takes longer than all the rest.
 */
const shapes: { [K in Kind]: Shape<Fields<K>> } = {
  'beat-finished': { lesson: isText, beat: isOneOf(...beatNames) },
  prediction: { lesson: isText, prediction: isText, choice: isText, isRight: isFlag },
  'lab-started': { lab: isText },
  verdict: {
    exercise: isText,
    status: isOneOf(...verdictStatuses),
    passed: isCount,
    total: isCount,
    durationMs: isCount,
    failedCheck: isTextOrAbsent,
    snapshot: isSnapshotOrAbsent,
  },
  'handler-kept': { exercise: isText, before: isOneOf('reset', 'restore'), snapshot: isSnapshot },
  'hint-shown': { exercise: isText, check: isText, step: isCount },
  'solution-shown': { exercise: isText },
  'exercise-reset': { exercise: isText },
  workspace: { folder: isText },
  'path-chosen': { path: isOneOf(...pathNames) },
  'question-answered': {
    question: isText,
    lesson: isText,
    how: isOneOf('say', 'choose', 'bug', 'predict'),
    share: isShare,
  },
};

/** Whether a parsed line is one of our events: every field present and of its type, and none besides. */
export function isProgressEvent(value: unknown): value is ProgressEvent {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const kind = fields.get('kind');
  if (!isText(kind) || !Object.hasOwn(shapes, kind) || !isTime(fields.get('at'))) return false;
  const shape = new Map<string, Guard<unknown>>(
    Object.entries(Object.entries(shapes).find(([name]) => name === kind)?.[1] ?? {}),
  );
  for (const [name, isValid] of shape) if (!isValid(fields.get(name))) return false;
  return [...fields.keys()].every((name) => name === 'at' || name === 'kind' || shape.has(name));
}
