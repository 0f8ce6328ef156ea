import { expect, inject, type TaskMeta, test } from 'vitest';
import { type Api, createApi, NoReply, type RecordedExchange } from './check-api.ts';
import { type CheckFailure, readFailure } from './check-failure.ts';

export type { Api, ApiRequest, Reply } from './check-api.ts';
export { expect };

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the target answers, without a trailing slash. */
    baseUrl: string;
    /** How long one request may take, in milliseconds. */
    requestDeadlineMs: number;
  }
  interface TaskMeta {
    check?: CheckRecord;
  }
}

export type CheckAbout = {
  title: string;
  /** The lesson that explains it, as `lesson` or `lesson/beat`. */
  lesson: string;
  /** A nudge, a pointed question, the shape of the code. */
  hints: [nudge: string, question: string, shape: string];
};

/** What is known of a check, kept in its test's meta for whoever reports. */
export type CheckRecord = CheckAbout & {
  id: string;
  exchanges: RecordedExchange[];
  outcome?: 'passed' | 'failed' | 'stuck' | 'skipped';
  failure?: CheckFailure;
};

/** Registers one check of an exercise. It knows the target by HTTP only. */
export function check(
  id: string,
  about: CheckAbout,
  run: (context: { api: Api }) => Promise<void> | void,
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
    const api = createApi(inject('baseUrl'), inject('requestDeadlineMs') ?? 2500, (exchange) =>
      record.exchanges.push(exchange),
    );
    try {
      await run({ api });
      record.outcome = 'passed';
    } catch (error) {
      const isStuck = error instanceof NoReply && error.isDeadline;
      if (isStuck) stuckRun = task.file;
      record.outcome = isStuck ? 'stuck' : 'failed';
      record.failure = readFailure(error);
      // Not the error itself: Vitest would work out a difference of its own, for seconds where values are large.
      throw new Error(record.failure.message);
    }
  });
}

/** The run whose target left a request without an answer: asking it again would only take longer. */
let stuckRun: unknown;
