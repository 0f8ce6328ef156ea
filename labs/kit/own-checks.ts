// The learner's own checks of an exercise, as tests like those of the course.
import { inject } from 'vitest';
import { type ApiRequest, check, expect, type Json } from './checks.ts';

/** A request that the learner kept, with what has to come back. */
type OwnCheck = {
  id: string;
  title: string;
  /** The lesson that explains the exercise. */
  lesson: string;
  request: ApiRequest;
  expect: { status: number; json?: Json; text?: string };
};

declare module 'vitest' {
  interface ProvidedContext {
    ownChecks: OwnCheck[];
  }
}

for (const { id, title, lesson, request, expect: wanted } of inject('ownChecks') ?? []) {
  check(id, { title, lesson, hints: [] }, async ({ api }) => {
    const reply = await api.send(request);
    expect(reply.status, 'the status').toBe(wanted.status);
    if (wanted.json !== undefined) {
      expect(reply.json ?? reply.body, 'the body').toEqual(wanted.json);
    }
    if (wanted.text !== undefined) expect(reply.body, 'the body').toBe(wanted.text);
  });
}
