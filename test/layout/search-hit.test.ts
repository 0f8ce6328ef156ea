import { expect, test } from 'vitest';
import { markedSpans, passageLines, snippetSpans } from '../../src/layout/search-hit.ts';
import { plainText } from '../../src/model/lines.ts';
import type { SearchHit } from '../../src/model/search.ts';
import { findBestStretch, markTerms } from '../../src/model/search-terms.ts';

function hitOf(text: string, ...terms: string[]): SearchHit {
  const marks = markTerms(text, new Set(terms));
  const best = findBestStretch(text, marks, 160);
  return {
    kind: 'passage',
    id: 'async/say/1',
    title: 'Async',
    place: 'Async, Say it',
    score: 1,
    text,
    marks,
    titleMarks: [],
    best,
  };
}

const starred = (spans: { text: string; isUnderlined?: boolean }[]) =>
  spans.map(({ text, isUnderlined }) => (isUnderlined ? `*${text}*` : text)).join('');

test('marks are told apart from the text around them, cut to the part that is shown', () => {
  const marks = [
    { from: 0, to: 3 },
    { from: 8, to: 12 },
  ];
  expect(starred(markedSpans('one and two.', marks))).toBe('*one* and *two.*');
  expect(starred(markedSpans('e and t', marks, { from: 2 }))).toBe('*e* and *t*');
  expect(starred(markedSpans('and', marks, { from: 4 }))).toBe('and');
});

test('a snippet that ends before an empty line has one space before its dots', () => {
  const snippet = snippetSpans(hitOf(`the needle is here.\n\n${'word '.repeat(40)}`, 'needle'), 21);
  expect(starred(snippet)).toBe('the *needle* is here. …');
});

test('a snippet is cut between words around the best match, on one line', () => {
  const far = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
  const snippet = snippetSpans(hitOf(`${far}\n\nthe   needle\nis here. ${far}`, 'needle'), 60);
  expect(starred(snippet)).toBe('… word39 the *needle* is here. word0 word1 word2 word3 word4 …');
  expect(starred(snippetSpans(hitOf('all of it, needle', 'needle'), 60))).toBe(
    'all of it, *needle*',
  );
  expect(starred(snippetSpans(hitOf('nothing marked'), 60))).toBe('nothing marked');
});

test('a match longer than the snippet is shown from its beginning', () => {
  const long = `before ${'x'.repeat(90)} after`;
  expect(starred(snippetSpans(hitOf(long, 'x'.repeat(90)), 20))).toBe(`… *${'x'.repeat(20)}* …`);
});

test('a passage keeps the indentation of code, and says on which line its match is', () => {
  const text = 'First some text.\n\ndef predict():\n    return needle';
  const { lines, bestLine } = passageLines(hitOf(text, 'needle'), 40);
  expect(lines.map(plainText)).toEqual([
    'First some text.',
    '',
    'def predict():',
    '    return needle',
  ]);
  expect(bestLine).toBe(3);
});

test('the line of a match is the one it was wrapped to', () => {
  const { lines, bestLine } = passageLines(hitOf('a b c d e f g needle h', 'needle'), 10);
  expect(lines.map(plainText)[bestLine]).toContain('needle');
});
