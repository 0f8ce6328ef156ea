import { describe, expect, test } from 'vitest';
import type { QuizQuestion } from '../../../src/model/quiz/draw.ts';
import {
  canGoOn,
  countAnswered,
  findLeftQuiz,
  type KeptQuiz,
  leaveQuiz,
  type QuizInHand,
  type QuizWish,
  quizName,
  resumeQuiz,
} from '../../../src/model/quiz/left.ts';
import type { QuizAnswer } from '../../../src/model/quiz/score.ts';
import { makeQuestion } from './questions.ts';

const pool = [
  makeQuestion('said', 'say'),
  makeQuestion('chosen', 'choose'),
  makeQuestion('found', 'bug'),
  makeQuestion('foretold', 'predict'),
];
const [said, chosen, found, foretold] = pool as [
  QuizQuestion,
  Extract<QuizQuestion, { kind: 'choose' }>,
  QuizQuestion,
  QuizQuestion,
];
const turned = { ...chosen, choices: chosen.choices.toReversed() };
const request = { method: 'GET', path: '/', headers: {} };
const response = { status: 200, headers: {}, body: '' };
const answers: Record<number, QuizAnswer> = {
  0: { kind: 'choose', choice: 1 },
  1: { kind: 'predict', choice: 0, exchange: { request, response, durationMs: 3 } },
};
const wish: QuizWish = { id: 'docs' };
const quiz: QuizInHand = {
  questions: [turned, foretold, said, found],
  place: 2,
  answers,
  text: 'half an ans',
  marked: 0,
};
const leave = (over: Partial<QuizInHand> = {}) => {
  const left = leaveQuiz(wish, { ...quiz, ...over });
  if (left === undefined) throw new Error('nothing was left');
  return left;
};

describe('a quiz that was left', () => {
  test('goes on as it was: questions, order, choices, answers, what was typed', () => {
    const left = JSON.parse(JSON.stringify(leave()));
    expect(countAnswered(left)).toBe(2);
    expect(resumeQuiz(left, pool)).toEqual(quiz);
  });

  test('can be gone on with only between its first answer and its last question', () => {
    expect(leaveQuiz(wish, { ...quiz, place: 0, answers: {} })).toBeUndefined();
    expect(canGoOn({ ...quiz, place: 4 })).toBe(false);
    const last: QuizAnswer = { kind: 'bug', line: 1 };
    expect(canGoOn({ ...quiz, place: 3, answers: { 3: last } })).toBe(false);
    // On the answer to the third the fourth is still open.
    expect(canGoOn({ ...quiz, place: 2, answers: { 2: last } })).toBe(true);
  });

  test('keeps of a reply what it is judged by, not the picture of its way', () => {
    const exchange = { request, response, durationMs: 3, stages: [], busy: [], clientPort: 9 };
    const left = leave({ answers: { 1: { kind: 'predict', choice: 0, exchange } } });
    expect(left.questions[1]?.answer).toEqual(answers[1]);
  });

  test('drops what the course does not have any more, and goes on with the next', () => {
    const resumed = resumeQuiz(leave({ marked: 2 }), [chosen, found]);
    expect(resumed).toEqual({
      questions: [turned, found],
      place: 1,
      answers: { 0: answers[0] },
      text: '',
      marked: 0,
    });
    expect(resumeQuiz(leave(), [chosen, foretold])).toBeUndefined();
    expect(resumeQuiz(leave(), [said, found])).toBeUndefined();
    expect(resumeQuiz(leave(), [])).toBeUndefined();
  });

  test('takes a question as it is now, without an answer that does not fit it any more', () => {
    const changed = { ...chosen, choices: chosen.choices.slice(1) };
    const resumed = resumeQuiz(leave(), [changed, foretold, said, found]);
    expect(resumed?.questions[0]).toEqual(changed);
    expect(resumed?.answers).toEqual({ 1: answers[1] });
    const other = resumeQuiz(leave(), [
      makeQuestion('chosen', 'say'),
      { ...foretold, choices: [] } as QuizQuestion,
      said,
    ]);
    expect(other).toBeUndefined();
    const ticks = [true, true];
    const onAnswer = leave({
      place: 2,
      answers: { ...answers, 2: { kind: 'say', text: '', ticks } },
    });
    expect(resumeQuiz(onAnswer, pool)?.answers).toEqual(answers);
  });

  test('marks what was marked, if it is there', () => {
    const onBug = { ...quiz, place: 3, text: '' };
    expect(resumeQuiz(leave({ ...onBug, marked: 2 }), pool)?.marked).toBe(2);
    expect(resumeQuiz(leave({ ...onBug, marked: 3 }), pool)?.marked).toBe(0);
  });
});

describe('what is offered', () => {
  const kept = (about: QuizWish, at: string): KeptQuiz => ({ ...leave(), wish: about, at });
  const ofPath = kept({ id: '', path: 'tomorrow', count: 10 }, '2026-11-24T08:00:00.000Z');
  const ofLesson = kept({ id: 'docs' }, '2026-11-24T09:00:00.000Z');
  const ofLevel = kept(
    { id: '', path: 'tomorrow', level: 'mid', count: 3 },
    '2026-11-24T10:00:00.000Z',
  );
  const all = [ofPath, ofLesson, ofLevel];
  const find = (about: QuizWish, of = all) => findLeftQuiz(of, about, 'tomorrow');

  test('the one that was asked for in the same way comes first', () => {
    expect(find({ id: '', path: 'tomorrow' })).toBe(ofPath);
    expect(find({ id: 'docs', count: 10 })).toBe(ofLesson);
    expect(find({ id: '', path: 'tomorrow', level: 'mid', count: 3 })).toBe(ofLevel);
  });

  test('who asks for nothing in particular is offered the latest', () => {
    expect(find({ id: '', path: 'tomorrow' }, [ofLesson, ofLevel])).toBe(ofLevel);
  });

  test.each<QuizWish>([
    { id: 'validation' },
    { id: 'docs', level: 'mid' },
    { id: '', path: 'properly' },
    { id: '', path: 'tomorrow', count: 5 },
    { id: '', path: 'tomorrow', seed: 1 },
  ])('who asks for something else begins it: %o', (about) => {
    expect(find(about)).toBeUndefined();
  });

  test('every wish has a name of its own', () => {
    const wishes: QuizWish[] = [
      { id: '' },
      { id: 'all' },
      { id: '', path: 'week' },
      { id: 'docs' },
      { id: 'docs', level: 'mid' },
      { id: 'docs', seed: 0 },
      { id: 'docs', count: 5 },
    ];
    expect(new Set(wishes.map(quizName)).size).toBe(wishes.length);
  });
});
