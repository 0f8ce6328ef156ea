import { expect, test } from 'vitest';
import type { QuizKind } from '../../../../src/model/quiz/draw.ts';
import {
  answeredQuestions,
  beginQuiz,
  type QuizEvent,
  type QuizState,
  reduceQuiz,
} from '../../../../src/ui/screens/quiz/use-quiz-state.ts';
import { bufferText } from '../../../../src/ui/text-buffer.ts';
import { makeQuestion } from '../../../model/quiz/questions.ts';

const kinds: QuizKind[] = ['say', 'choose', 'predict'];
const start = () => beginQuiz(kinds.map((kind) => makeQuestion(kind, kind)));
const after = (state: QuizState, ...events: QuizEvent[]) => events.reduce(reduceQuiz, state);
const said = (...ticks: boolean[]) =>
  ({ kind: 'answered', place: 0, answer: { kind: 'say', text: 'x', ticks } }) as const;
const onward: QuizEvent = { kind: 'went-on' };

test('a mark stays within what can be marked', () => {
  const mark = (to: number): QuizEvent => ({ kind: 'marked', to, count: 4 });
  expect(after(start(), mark(2)).marked).toBe(2);
  expect(after(start(), mark(9)).marked).toBe(3);
  expect(after(start(), mark(-1)).marked).toBe(0);
});

test('a mark cannot be moved while the lab is asked', () => {
  const asking = after(start(), { kind: 'marked', to: 1, count: 2 }, { kind: 'sent' });
  expect(after(asking, { kind: 'marked', to: 0, count: 2 }).marked).toBe(1);
});

test('typing edits the text, up and down go by its rows', () => {
  const type = (text: string): QuizEvent => ({
    kind: 'edited',
    event: { kind: 'inserted', text },
    width: 8,
  });
  const up: QuizEvent = { kind: 'edited', event: { kind: 'moved', to: 'up' }, width: 8 };
  const typed = after(start(), type('one two three'), up, type('!'));
  expect(bufferText(typed.text)).toBe('one t!wo three');
});

test('ticks are turned, and only those of an answer that was said', () => {
  const ticked = after(
    start(),
    said(true, false, false),
    { kind: 'ticked', point: 0 },
    { kind: 'ticked', point: 2 },
  );
  expect(ticked.answers[0]).toEqual({ kind: 'say', text: 'x', ticks: [false, false, true] });
  const chosen = after(ticked, onward, {
    kind: 'answered',
    place: 1,
    answer: { kind: 'choose', choice: 1 },
  });
  expect(after(chosen, { kind: 'ticked', point: 0 })).toBe(chosen);
});

test('going on begins the next question afresh and keeps the answers; the end is the end', () => {
  const next = after(
    start(),
    { kind: 'edited', event: { kind: 'inserted', text: 'a' }, width: 9 },
    said(true, true, true),
    onward,
  );
  expect(next).toMatchObject({ place: 1, marked: 0, lab: { kind: 'idle' } });
  expect(bufferText(next.text)).toBe('');
  expect(Object.keys(next.answers)).toEqual(['0']);
  expect(after(next, onward, onward, onward).place).toBe(3);
});

test('what comes for a question that was left is dropped', () => {
  const left = after(start(), { kind: 'sent' }, onward);
  const late = { kind: 'failed', place: 0, message: 'm', remedy: 'r' } as const;
  expect(after(left, late)).toBe(left);
  expect(after(left, said(true))).toBe(left);
  expect(after(start(), { kind: 'sent' }, late).lab).toEqual({
    kind: 'failed',
    message: 'm',
    remedy: 'r',
  });
});

test('what was left out or cannot be judged does not count', () => {
  const request = { method: 'GET', path: '/', headers: {} };
  const exchange = { request, response: { status: 500, headers: {}, body: '' }, durationMs: 1 };
  const state = after(start(), said(true, true, false), onward, onward, {
    kind: 'answered',
    place: 2,
    answer: { kind: 'predict', choice: 0, exchange },
  });
  expect(answeredQuestions(state).map(({ question, share }) => [question.id, share])).toEqual([
    ['say', 2 / 3],
  ]);
});

test('another round has no answers', () => {
  const again = after(start(), said(true), {
    kind: 'began',
    questions: [makeQuestion('z', 'bug')],
  });
  expect(again).toEqual(beginQuiz([makeQuestion('z', 'bug')]));
});
