import type { PreparedRequest } from './course.ts';
import type { Exchange, Json } from './exchange.ts';

/** What is graded. */
export type Target =
  | { kind: 'file'; file: string }
  | { kind: 'url'; url: string }
  | { kind: 'command'; command: string; url?: string };

/** An error in the learner's code, where it was thrown. Lines and columns count from 1. */
export type SourceError = {
  message: string;
  file?: string;
  line?: number;
  column?: number;
  /** The source line itself. */
  sourceLine?: string;
};

export type CheckStatus = 'passed' | 'failed' | 'stuck' | 'skipped';

/** The checks that no author writes: replies held against the task's contract, and against the target's own document. */
export const contractCheckIds = { task: 'keeps-the-contract', own: 'keeps-its-own-docs' } as const;

export type CheckResult = {
  id: string;
  title: string;
  /** Set for a check that the learner kept. */
  isOwn?: true;
  status: CheckStatus;
  /** Why it failed, in one sentence; empty when it passed. */
  message: string;
  /** Three steps: a nudge, a pointed question, the shape of the code. */
  hints: string[];
  /** Which kind of failure the hints are about, where they are not the check's own. */
  hintCase?: string;
  /** The lesson that explains it, as `lesson` or `lesson/beat`. */
  lesson: string;
  exchanges: Exchange[];
  expected?: Json;
  received?: Json;
  /** The handler's own error, when it threw while this check ran. */
  thrown?: SourceError;
  /** Where in the learner's file the check found it, when it judged the file and not a reply. */
  place?: SourceError;
  /** Id of the earlier check whose failure this one probably follows from. */
  followsFrom?: string;
};

/** What a grade says while it goes on. */
export type GradeStep =
  /** `deadlineMs` is how long the grade may take from now on. */
  | { kind: 'starting'; deadlineMs: number }
  | { kind: 'checking' }
  | { kind: 'check-finished'; title: string; status: string };

/** The check that the grader adds where an exercise asks for types. */
export const typesCheckId = 'types';

export type VerdictStatus = 'passed' | 'failed' | 'broken' | 'stuck';

export type Verdict = {
  schemaVersion: 1;
  exercise: string;
  status: VerdictStatus;
  durationMs: number;
  target: Target;
  /** What the random inputs of the checks grew from; `--seed` repeats them. */
  seed: number;
  /** What happened, in one sentence. */
  message: string;
  /** What to do next, in one sentence. */
  remedy: string;
  /** Why the target is broken, where the place is known. */
  error?: SourceError;
  /** The request that was not answered, and how long it was waited for. */
  stuck?: { request?: PreparedRequest; afterMs: number };
  checks: CheckResult[];
  /** Why the learner's own checks could not be graded. */
  ownChecksProblem?: string;
  /** The end of what the target printed. */
  output: string;
};

/** Counts for a headline such as "5 of 8 checks". */
export function countChecks(verdict: Verdict): { passed: number; total: number } {
  return {
    passed: verdict.checks.filter((check) => check.status === 'passed').length,
    total: verdict.checks.length,
  };
}

/** Under which name progress keeps how many hints were shown: one kind of failure has hints of its own. */
export function hintKey({ id, hintCase }: Pick<CheckResult, 'id' | 'hintCase'>): string {
  return hintCase === undefined ? id : `${id}:${hintCase}`;
}

/** The check to work on: the first that did not pass, in teaching order. */
export function firstFailure(verdict: Verdict | undefined): CheckResult | undefined {
  return verdict?.checks.find(({ status }) => status === 'failed' || status === 'stuck');
}
