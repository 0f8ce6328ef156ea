import { expect, test } from 'vitest';
import { collectSheet, type SheetItem } from '../../../src/layout/cheat-sheet/collect.ts';
import { fitSheet } from '../../../src/layout/cheat-sheet/fit.ts';
import { largest, makeLessons } from './large-course.ts';

const fitLessons = (size: Partial<typeof largest>) =>
  fitSheet(collectSheet(makeLessons({ ...largest, ...size })));
const count = (items: SheetItem[], kind: SheetItem['kind']) =>
  items.filter((item) => item.kind === kind).length;

test('a small course is printed large, what is said on one page and what is asked on the other', () => {
  const { sizePt, pages, leftOut } = fitLessons({
    lessons: 5,
    sentence: 20,
    corrections: 3,
    correction: 20,
    cards: 10,
  });
  expect(sizePt).toBe(12);
  expect(leftOut).toEqual({ corrections: 0, cards: 0 });
  expect(pages[0].map(({ kind }) => kind)).toEqual([
    'heading',
    ...Array.from({ length: 4 }, () => 'sentence'),
    'heading',
    ...Array.from({ length: 3 }, () => 'correction'),
  ]);
  expect(pages[1].map(({ kind }) => kind)).toEqual([
    'heading',
    ...Array.from({ length: 10 }, () => 'card'),
  ]);
});

test('the text is never smaller than 8.5 points; cards fill what the rest leaves', () => {
  const { sizePt, pages, leftOut } = fitLessons({});
  const all = pages.flat();
  expect(sizePt).toBe(8.5);
  expect(count(all, 'sentence')).toBe(19);
  expect(count(all, 'correction')).toBe(20);
  expect(count(all, 'card')).toBe(130 - leftOut.cards);
  expect(leftOut.corrections).toBe(0);
});

test('the more is said the fewer cards there are, and always the first of the shortest path', () => {
  const cards = (sentence: number) => fitLessons({ sentence, correction: 20 }).pages.flat();
  expect(count(cards(20), 'card')).toBeGreaterThan(count(cards(40), 'card'));
  const asked = cards(40).flatMap((item) =>
    item.kind === 'card' ? [item.ask[0]?.text ?? ''] : [],
  );
  expect(asked[0]).toMatch(/^Card 1:/);
  expect(asked[1]).toMatch(/^Card 2:/);
  expect(asked).not.toContainEqual(expect.stringMatching(/^Card 3:/));
});

test('where not even corrections fit, those of the shortest path do', () => {
  const { pages, leftOut } = fitLessons({ corrections: 60 });
  expect(leftOut.corrections).toBeGreaterThan(0);
  expect(leftOut.cards).toBeGreaterThanOrEqual(129);
  const numbers = pages
    .flat()
    .flatMap((item) =>
      item.kind === 'correction'
        ? [Number(/^Nr\. (\d+)/.exec(item.brief[0]?.text ?? '')?.[1])]
        : [],
    );
  expect(numbers.slice(0, 18)).toEqual(Array.from({ length: 18 }, (_, index) => index + 1));
});

test('no heading is last on a page', () => {
  for (let sentence = 5; sentence <= 45; sentence += 2) {
    for (const page of fitLessons({ sentence, cards: 40 }).pages) {
      expect(page.at(-1)?.kind, `${sentence} words`).not.toBe('heading');
    }
  }
});

test('an empty course gives an empty sheet', () => {
  expect(fitSheet(collectSheet([])).pages).toEqual([[], []]);
});
