import { expect, test } from 'vitest';
import { collectSheet } from '../../../src/layout/cheat-sheet/collect.ts';
import type { Block, Inline, Lesson } from '../../../src/model/course.ts';

const plain = (text: string): Inline[] => [{ text, style: 'plain' }];
const quote = (text: string): Block => ({ kind: 'quote', text: plain(text) });
const correction = (brief: string): Block => ({
  kind: 'correction',
  correction: { brief: plain(brief), say: plain(`Better than ${brief}`), because: plain('So.') },
});

function makeLesson(id: string, path: Lesson['path'], changes: Partial<Lesson>): Lesson {
  return {
    id,
    number: 1,
    title: `Title of ${id}`,
    summary: `Summary of ${id}.`,
    minutes: 5,
    path,
    lab: 'predict',
    exercises: [],
    beats: {
      say: [quote(`Say ${id}.`), quote('Not this one.')],
      see: [],
      run: [],
      build: [],
      defend: [],
    },
    questions: [],
    cards: [1, 2, 3].map((number) => ({
      id: `${id}-${number}`,
      ask: `Ask ${id} ${number}?`,
      answer: `Answer \`${number}\`.`,
    })),
    sources: [],
    ...changes,
  };
}

const week = makeLesson('routing', 'week', {});
const tomorrow = makeLesson('validation', 'tomorrow', {});

test('the answer is the first quote of the summary, the sentences are those of the other lessons', () => {
  const summary = makeLesson('summary', 'tomorrow', {});
  const { answer, sentences } = collectSheet([week, summary, tomorrow]);
  expect(answer).toEqual(plain('Say summary.'));
  expect(sentences).toEqual([
    { kind: 'sentence', title: 'Title of routing', text: plain('Say routing.') },
    { kind: 'sentence', title: 'Title of validation', text: plain('Say validation.') },
  ]);
});

test('without a lesson of that name the last one is the summary; without a quote a lesson gives its summary', () => {
  const beats = { say: [], see: [], run: [], build: [], defend: [] };
  const { answer, sentences } = collectSheet([{ ...week, beats }, tomorrow]);
  expect(answer).toEqual(plain('Say validation.'));
  expect(sentences).toEqual([
    { kind: 'sentence', title: 'Title of routing', text: plain('Summary of routing.') },
  ]);
});

test('corrections are taken from every beat, each once, those of the shortest path first', () => {
  const beats = { ...week.beats, see: [correction('Old.')], defend: [correction('Wrong.')] };
  const { corrections } = collectSheet([
    { ...week, beats },
    { ...tomorrow, beats: { ...week.beats, run: [correction('Old.'), correction('Loose.')] } },
  ]);
  expect(corrections).toEqual([
    { rank: 1, item: { kind: 'correction', brief: plain('Old.'), say: plain('Better than Old.') } },
    {
      rank: 1,
      item: { kind: 'correction', brief: plain('Wrong.'), say: plain('Better than Wrong.') },
    },
    {
      rank: 0,
      item: { kind: 'correction', brief: plain('Loose.'), say: plain('Better than Loose.') },
    },
  ]);
});

test('of the cards the first two of each lesson come first, by path; code is told apart', () => {
  const { cards } = collectSheet([week, tomorrow]);
  const asked = cards
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => (item.kind === 'card' ? item.ask[0]?.text : ''));
  expect(asked).toEqual([
    'Ask validation 1?',
    'Ask validation 2?',
    'Ask routing 1?',
    'Ask routing 2?',
    'Ask validation 3?',
    'Ask routing 3?',
  ]);
  expect(cards[0]?.item).toEqual({
    kind: 'card',
    ask: plain('Ask routing 1?'),
    answer: [
      { text: 'Answer ', style: 'plain' },
      { text: '1', style: 'code' },
      { text: '.', style: 'plain' },
    ],
  });
});

test('a course without lessons gives an empty sheet', () => {
  expect(collectSheet([])).toEqual({ answer: [], sentences: [], corrections: [], cards: [] });
});
