import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askAgain,
  drawQuestions,
  poolOf,
  type QuizKind,
  type QuizQuestion,
} from '../../../src/model/quiz/draw.ts';
import { makeQuestion } from './questions.ts';

const kinds: QuizKind[] = ['say', 'choose', 'bug', 'predict'];
const pool = kinds.flatMap((kind) =>
  Array.from({ length: 8 }, (_, index) => makeQuestion(`${kind}-${index}`, kind)),
);
const idsOf = (questions: QuizQuestion[]) => questions.map(({ id }) => id);
const score = (share: number) => ({ lesson: 'docs', how: 'say' as const, share });

test('the same seed draws the same questions, another one others', () => {
  const draw = (seed: number) => drawQuestions(pool, {}, { count: 10, seed });
  expect(draw(7)).toEqual(draw(7));
  expect(idsOf(draw(7))).not.toEqual(idsOf(draw(8)));
});

test('no question comes twice, and never more than there are or were asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(), (count, seed) => {
      const drawn = idsOf(drawQuestions(pool, {}, { count, seed }));
      expect(drawn).toHaveLength(Math.min(count, pool.length));
      expect(new Set(drawn).size).toBe(drawn.length);
    }),
  );
});

test('kinds come equally often and never twice in a row while there are others', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const drawn = drawQuestions(pool, {}, { count: 12, seed });
      for (const kind of kinds) expect(drawn.filter((one) => one.kind === kind)).toHaveLength(3);
      expect(drawn.every(({ kind }, place) => kind !== drawn[place - 1]?.kind)).toBe(true);
    }),
  );
});

test('one kind that is nearly alone is spread as well as it can be', () => {
  const few = pool.filter(({ kind }) => kind === 'say').slice(0, 3);
  const drawn = drawQuestions([...few, makeQuestion('b', 'bug')], {}, { count: 4, seed: 1 });
  expect(drawn.map(({ kind }) => kind)).toEqual(['say', 'bug', 'say', 'say']);
});

describe('what comes first', () => {
  test('the wrong ones, then those never asked, then the right ones', () => {
    const scores = {
      'say-0': score(1 / 3),
      'bug-0': score(0),
      ...Object.fromEntries(
        pool.filter(({ kind }) => kind === 'choose').map(({ id }) => [id, score(1)]),
      ),
    };
    const drawn = idsOf(drawQuestions(pool, scores, { count: 40, seed: 3 }));
    expect(drawn.slice(0, 2).toSorted()).toEqual(['bug-0', 'say-0']);
    expect(drawn.slice(-8).every((id) => id.startsWith('choose'))).toBe(true);
  });

  test('all but one key point is right, with three as with five', () => {
    const scores = { 'say-0': score(2 / 3), 'say-1': score(4 / 5), 'say-2': score(3 / 5) };
    const said = pool.filter(({ kind }) => kind === 'say');
    const drawn = idsOf(drawQuestions(said, scores, { count: 8, seed: 5 }));
    expect(drawn[0]).toBe('say-2');
    expect(drawn.slice(-2).toSorted()).toEqual(['say-0', 'say-1']);
  });
});

test('choices are shuffled, and keep what is right of them', () => {
  const orders = new Set<string>();
  for (let seed = 0; seed < 40; seed++) {
    const [question] = drawQuestions([makeQuestion('c', 'choose')], {}, { count: 1, seed });
    if (question?.kind !== 'choose') throw new Error('no choices');
    const texts = question.choices.map(({ text }) => text);
    orders.add(texts.join(''));
    expect(texts.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(question.choices.find(({ isRight }) => isRight)?.text).toBe('b');
  }
  expect(orders.size).toBeGreaterThan(10);
});

test('asked again are the same ones', () => {
  const wrong = pool.slice(0, 5);
  expect(idsOf(askAgain(wrong, 2)).toSorted()).toEqual(idsOf(wrong).toSorted());
});

test('a pool has the questions of its lessons, or those of one level', () => {
  const { topic, ...question } = makeQuestion('a', 'say');
  const senior = { ...question, id: 'b', level: 'senior' as const };
  const lesson = {
    id: topic,
    number: 1,
    title: '',
    summary: '',
    minutes: 1,
    path: 'week' as const,
    lab: '',
    exercises: [],
    beats: { say: [], see: [], run: [], build: [], defend: [] },
    questions: [question, senior],
    cards: [],
    sources: [],
  };
  expect(poolOf([lesson]).map(({ id, topic: of }) => [id, of])).toEqual([
    ['a', 'docs'],
    ['b', 'docs'],
  ]);
  expect(idsOf(poolOf([lesson], 'senior'))).toEqual(['b']);
});
