import { expect, test } from 'vitest';
import {
  type DefendState,
  reduceDefend,
} from '../../../../src/ui/screens/lesson/use-defend-state.ts';

const shown: DefendState = { question: 1, isAnswerShown: true };

test('a question that was left is gone to as it was', () => {
  expect(
    reduceDefend({ question: 0, isAnswerShown: false }, { kind: 'went-to', ...shown }),
  ).toEqual(shown);
});

test('going to where one is changes nothing', () => {
  expect(reduceDefend(shown, { kind: 'went-to', ...shown })).toBe(shown);
});

test('a step stays among the questions, and hides the answer', () => {
  const on = reduceDefend(shown, { kind: 'stepped', by: 1, questions: 2 });
  expect(on).toEqual({ question: 1, isAnswerShown: false });
  const back = reduceDefend(shown, { kind: 'stepped', by: -1, questions: 2 });
  expect(back).toEqual({ question: 0, isAnswerShown: false });
});
