import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import { foldProgress, type ProgressEvent } from '../../../src/model/progress.ts';
import {
  isRight,
  neededPoints,
  type QuizAnswer,
  scoreQuiz,
  shareOf,
  topicScores,
} from '../../../src/model/quiz/score.ts';
import { makeQuestion } from './questions.ts';

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [4, 3],
  [5, 4],
])('of %i key points %i are right, and one less is not', (total, needed) => {
  expect(neededPoints(total)).toBe(needed);
  expect(isRight(needed / total)).toBe(true);
  expect(isRight((needed - 1) / total)).toBe(false);
});

describe('the share of an answer', () => {
  const reply = (status: number): Exchange => ({
    request: { method: 'GET', path: '/', headers: {} },
    response: { status, headers: {}, body: '' },
    durationMs: 1,
  });
  const cases: [QuizAnswer, number | undefined][] = [
    [{ kind: 'say', text: '', ticks: [true, true, false] }, 2 / 3],
    [{ kind: 'choose', choice: 1 }, 1],
    [{ kind: 'choose', choice: 0 }, 0],
    [{ kind: 'choose', choice: undefined }, 0],
    [{ kind: 'bug', line: 1 }, 1],
    [{ kind: 'bug', line: 2 }, 0],
    [{ kind: 'bug', line: undefined }, 0],
    [{ kind: 'predict', choice: 1, exchange: reply(422) }, 1],
    [{ kind: 'predict', choice: 0, exchange: reply(422) }, 0],
    [{ kind: 'predict', choice: 0, exchange: reply(500) }, undefined],
  ];
  test.each(cases)('%j: %s', (answer, share) => {
    expect(shareOf(makeQuestion('q', answer.kind), answer)).toBe(share);
  });
});

test('a quiz is scored by topic and kind, and says what to read again', () => {
  const score = scoreQuiz([
    { question: makeQuestion('a', 'say'), share: 0.5 },
    { question: makeQuestion('b', 'bug', 'rest'), share: 1 },
    { question: makeQuestion('c', 'say'), share: 0.75 },
    { question: makeQuestion('d', 'bug'), share: 0 },
  ]);
  expect(score.all).toEqual({ asked: 4, points: 2.25 });
  expect([...score.byTopic]).toEqual([
    ['docs', { asked: 3, points: 1.25 }],
    ['rest', { asked: 1, points: 1 }],
  ]);
  expect([...score.byKind]).toEqual([
    ['say', { asked: 2, points: 1.25 }],
    ['bug', { asked: 2, points: 1 }],
  ]);
  expect(score.readAgain).toEqual([{ lesson: 'docs/see', questions: 2 }]);
});

test('to be read again comes first what most of the wrong ones are about', () => {
  const score = scoreQuiz([
    {
      question: { ...makeQuestion('a', 'bug'), shownIn: { lesson: 'rest/run', lab: 'rest' } },
      share: 0,
    },
    { question: makeQuestion('b', 'bug'), share: 0 },
    { question: makeQuestion('c', 'bug'), share: 0 },
  ]);
  expect(score.readAgain).toEqual([
    { lesson: 'docs/see', questions: 2 },
    { lesson: 'rest/run', questions: 1 },
  ]);
});

test('a topic has the latest share of each question', () => {
  const answered = (question: string, lesson: string, share: number): ProgressEvent => ({
    at: '2026-11-24T08:00:00.000Z',
    kind: 'question-answered',
    question,
    lesson,
    how: 'say',
    share,
  });
  const progress = foldProgress([
    answered('a', 'docs', 0),
    answered('b', 'docs', 0.5),
    answered('c', 'rest', 1),
    answered('a', 'docs', 1),
  ]);
  const lesson = (id: string) => ({
    ...{ id, number: 1, title: id.toUpperCase(), summary: '', minutes: 1 },
    ...{ path: 'week' as const, lab: '', exercises: [] },
  });
  const index = {
    schemaVersion: 1 as const,
    lessons: [lesson('docs'), lesson('empty'), lesson('new')],
    labs: [],
    questions: { docs: 6, empty: 0, new: 4 },
  };
  expect(topicScores(progress, index)).toEqual([
    { lesson: 'docs', title: 'DOCS', questions: 6, asked: 2, points: 1.5 },
    { lesson: 'new', title: 'NEW', questions: 4, asked: 0, points: 0 },
  ]);
});
