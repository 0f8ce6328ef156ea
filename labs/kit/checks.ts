import { expect, inject, type TaskMeta, test } from 'vitest';
import { type Api, createApi, moveToEnd, NoReply, type RecordedExchange } from './check-api.ts';
import { type CheckFailure, readFailure } from './check-failure.ts';
import { findHints, type HintCase, type Hints } from './hint-cases.ts';
import { createRandom, type Random } from './random.ts';
import { waitForTarget } from './target.ts';

export type { Api, ApiRequest, Came, Conversation, Json, Reply } from './check-api.ts';
export { type FailureSeen, type HintCase, hasStatus } from './hint-cases.ts';
export type { Random } from './random.ts';
export { expect };

declare module 'vitest' {
  interface ProvidedContext {
    /** The channel on which the target's URL is told, and the number of the run it is told for. */
    targetChannel: string;
    run: number;
    /** How long one request may take, in milliseconds. */
    requestDeadlineMs: number;
    /** What random inputs grow from. */
    seed: number;
  }
  interface TaskMeta {
    check?: CheckRecord;
  }
}

export type CheckAbout = {
  title: string;
  /** The lesson that explains it, as `lesson` or `lesson/beat`. */
  lesson: string;
  /** None where the learner wrote the check. */
  hints: Hints | [];
  /** Hints for one kind of failure, the first that fits; those that every exercise has come after them. */
  cases?: HintCase[];
};

/** What is known of a check, kept in its test's meta for whoever reports. */
export type CheckRecord = Omit<CheckAbout, 'cases'> & {
  id: string;
  hintCase?: string;
  exchanges: RecordedExchange[];
  outcome?: 'passed' | 'failed' | 'stuck' | 'skipped';
  failure?: CheckFailure;
};

/** Registers one check of an exercise. It knows the target by HTTP only. */
export function check(
  id: string,
  { cases = [], ...about }: CheckAbout,
  run: (context: { api: Api; random: Random }) => Promise<void> | void,
): void {
  const initial: CheckRecord = { id, ...about, exchanges: [] };
  const meta: Partial<TaskMeta> = { check: initial };
  test(about.title, { meta, timeout: 60_000 }, async ({ task, skip }) => {
    const record: CheckRecord = { ...initial, exchanges: [] };
    task.meta.check = record;
    if (task.file === stuckRun) {
      record.outcome = 'skipped';
      skip('an earlier request was not answered');
    }
    target ??= waitForTarget(inject('targetChannel'), inject('run'));
    const api = createApi(await target, inject('requestDeadlineMs') ?? 2500, (exchange) =>
      moveToEnd(record.exchanges, exchange),
    );
    try {
      await run({ api, random: createRandom(inject('seed') ?? 0, id) });
      record.outcome = 'passed';
    } catch (error) {
      const isNoReply = error instanceof NoReply;
      const isStuck = isNoReply && error.isDeadline;
      if (isStuck) stuckRun = task.file;
      record.outcome = isStuck ? 'stuck' : 'failed';
      record.failure = readFailure(error);
      const seen = { failure: record.failure, exchange: record.exchanges.at(-1) };
      if (!isNoReply) Object.assign(record, findHints(seen, cases));
      // Not the error itself: Vitest would work out a difference of its own, for seconds where values are large.
      throw new Error(record.failure.message);
    } finally {
      api.hangUp();
    }
  });
}

/** Where the target answers: asked once for all checks of a run, whose worker is its own. */
let target: Promise<string> | undefined;

/** The run whose target left a request without an answer: asking it again would only take longer. */
let stuckRun: unknown;
