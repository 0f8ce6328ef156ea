import type { RecordedExchange } from './check-api.ts';
import type { CheckFailure } from './check-failure.ts';

/** A nudge, a pointed question, the shape of the code. */
export type Hints = [nudge: string, question: string, shape: string];

/** What is known when a check fails: why, and the last exchange it had. */
export type FailureSeen = { failure: CheckFailure; exchange?: RecordedExchange };

/** Hints for one kind of failure, in place of the check's own. */
export type HintCase = {
  /** In kebab case, unique within the check. */
  id: string;
  when: (seen: FailureSeen) => boolean;
  hints: Hints | ((seen: FailureSeen) => Hints);
};

/** Whether the reply was compared by its status, and had this one. */
export function hasStatus({ failure, exchange }: FailureSeen, status: number): boolean {
  return exchange?.response?.status === status && failure.received === status;
}

function nameOf({ exchange }: FailureSeen): string {
  return `${exchange?.request.method ?? 'GET'} ${exchange?.request.path.split('?')[0] ?? '/'}`;
}

/** Whether a 404 has a sentence of its own: then a route answered, and found nothing. */
const isOwnNotFound = ({ exchange }: FailureSeen) =>
  ![undefined, 'Not Found'].includes(Object(exchange?.response?.json).detail);

/** Failures that mean the same in every exercise. A check's own cases are asked first. */
export const commonCases: HintCase[] = [
  {
    id: 'no-route',
    when: (seen) => hasStatus(seen, 404) && !isOwnNotFound(seen),
    hints: (seen) => [
      `404 means that no route of your app answered ${nameOf(seen)}.`,
      'Is the route there with this method and this path, letter by letter, and does it `return` its reply?',
      `app.${(seen.exchange?.request.method ?? 'GET').toLowerCase()}('${seen.exchange?.request.path.split('?')[0] ?? '/'}', (c) => …)`,
    ],
  },
  {
    id: 'wrong-method',
    when: (seen) => hasStatus(seen, 405),
    hints: (seen) => [
      '405 means that the path is known, but not with this method.',
      `With which method is the route registered, and which one does ${nameOf(seen)} need?`,
      `app.${(seen.exchange?.request.method ?? 'GET').toLowerCase()}('${seen.exchange?.request.path.split('?')[0] ?? '/'}', (c) => …)`,
    ],
  },
  {
    id: 'threw',
    when: (seen) => hasStatus(seen, 500),
    hints: [
      '500 means that an error left your handler before it could answer.',
      'Which line threw, and what did it hold that you did not expect there?',
      'Test the value before you use it, or catch the error and answer: try { … } catch { return c.json(…, 422); }',
    ],
  },
  {
    id: 'not-json',
    when: ({ failure, exchange }) =>
      failure.expected !== undefined &&
      failure.received === undefined &&
      exchange?.response !== undefined &&
      exchange.response.json === undefined &&
      // A part may be missing in a stream of events, which is no JSON as a whole.
      !/^text\/event-stream/i.test(exchange.response.headers['content-type'] ?? ''),
    hints: [
      'The body that came back is not JSON.',
      'Which method of `c` do you answer with: `c.text()`, `c.body()` or `c.json()`?',
      'return c.json({ … });',
    ],
  },
];

/** The hints for this very failure; undefined when the check's own are the best there are. */
export function findHints(
  seen: FailureSeen,
  ownCases: HintCase[],
): { hintCase: string; hints: Hints } | undefined {
  const found = [...ownCases, ...commonCases].find(({ when }) => when(seen));
  if (found === undefined) return undefined;
  const { id, hints } = found;
  return { hintCase: id, hints: typeof hints === 'function' ? hints(seen) : hints };
}
