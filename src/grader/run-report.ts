import { z } from 'zod';

const headers = z.record(z.string(), z.string());

const exchange = z.strictObject({
  request: z.strictObject({
    method: z.string(),
    path: z.string(),
    headers,
    body: z.string().optional(),
  }),
  response: z
    .strictObject({
      status: z.number(),
      headers,
      body: z.string(),
      json: z.json().optional(),
      isCut: z.literal(true).optional(),
    })
    .optional(),
  durationMs: z.number(),
  failure: z.string().optional(),
  isUnreachable: z.literal(true).optional(),
});

/** What `labs/kit/checks.ts` leaves in the meta of a check's test. */
export const checkRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  lesson: z.string(),
  hints: z.array(z.string()),
  hintCase: z.string().optional(),
  exchanges: z.array(exchange),
  outcome: z.enum(['passed', 'failed', 'stuck', 'skipped']).optional(),
  failure: z
    .strictObject({
      message: z.string(),
      expected: z.json().optional(),
      received: z.json().optional(),
    })
    .optional(),
});

export type CheckRecord = z.infer<typeof checkRecord>;

/** What the runner process tells the grader; `run` is the number the order carried. */
export const runnerMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('collected'), run: z.number(), checks: z.array(checkRecord) }),
  z.strictObject({ kind: z.literal('check'), run: z.number(), check: checkRecord }),
  z.strictObject({ kind: z.literal('finished'), run: z.number(), problems: z.array(z.string()) }),
]);

export type RunnerMessage = z.infer<typeof runnerMessage>;

/** What is known of one run of a checks file, finished or not. */
export type RunReport = {
  /** In the order of the file; without an `outcome` where a check was not reached. */
  checks: CheckRecord[];
  /** What kept the checks from running: errors of ours, not of the target. */
  problems: string[];
};
