import { isAbout, isRefusal } from './failure-seen.ts';
import { type HintCase, hasStatus } from './hint-cases.ts';

/** A body of two numbers was refused. */
export const refusedAValidBody: HintCase = {
  id: 'refused-a-valid-body',
  when: isRefusal,
  hints: [
    'Your handler refuses a body that holds two numbers.',
    'What do you ask for besides a number: a whole one, a positive one, one below some bound?',
    'z.object({ feature1: z.number(), feature2: z.number() }) // nothing after z.number()',
  ],
};

/** The answer to a good request has another status than 200 that means success. */
export const anotherSuccess: HintCase = {
  id: 'another-success',
  when: (seen) => [201, 202, 204].some((status) => hasStatus(seen, status)),
  hints: [
    'This status says more than that all went well; the task asks for 200.',
    'Which status stands behind the body in your `c.json(…)`?',
    'return c.json({ … }, 200);',
  ],
};

/** The content type is not that of JSON. */
export const notSentAsJson: HintCase = {
  id: 'not-sent-as-json',
  when: (seen) => isAbout(seen, 'the content type'),
  hints: [
    'The body is JSON, but its content type calls it something else.',
    'Which method of `c` do you answer with, and which content type does that set?',
    'return c.json({ … }); // sets content-type: application/json',
  ],
};

/** A body that does not fit made the handler throw. */
export const validationThrew: HintCase = {
  id: 'validation-threw',
  when: (seen) => hasStatus(seen, 500),
  hints: [
    'An error left your handler before it could answer, and became a 500.',
    'Do you call `parse`, which throws, or `safeParse`, which tells you?',
    'const result = Input.safeParse(body); if (!result.success) return c.json(…, 422);',
  ],
};
