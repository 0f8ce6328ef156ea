import { expect, test } from 'vitest';
import {
  cutText,
  fitLine,
  lineWidth,
  padLine,
  printable,
  span,
  spread,
} from '../../src/layout/width.ts';
import { wrapParts, wrapSpans } from '../../src/layout/wrap.ts';
import { plainText } from '../../src/model/lines.ts';

const texts = (lines: ReturnType<typeof wrapSpans>) => lines.map(plainText);

test('breaks between words and never exceeds the width', () => {
  const lines = wrapSpans([span('one two three four five')], 9);
  expect(texts(lines)).toEqual(['one two', 'three', 'four five']);
});

test('never joins two words where only the space between them does not fit', () => {
  expect(texts(wrapSpans([span('or behind a b')], 10))).toEqual(['or behind', 'a b']);
});

test('keeps a word whole across spans of different looks', () => {
  const lines = wrapSpans([span('see '), span('abc', 'accent'), span('def.')], 8);
  expect(texts(lines)).toEqual(['see', 'abcdef.']);
});

test('breaks a word that is wider than the line', () => {
  expect(texts(wrapSpans([span('abcdefghij')], 4))).toEqual(['abcd', 'efgh', 'ij']);
});

test('puts the indent before every further line', () => {
  const lines = wrapSpans([span('one two three')], 9, {
    firstIndent: [span('1. ')],
    indent: [span('   ')],
  });
  expect(texts(lines)).toEqual(['1. one', '   two', '   three']);
});

test('counts wide characters as two columns', () => {
  expect(cutText('日本語', 5)).toBe('日本');
  expect(lineWidth(padLine([span('日本語')], 8))).toBe(8);
  expect(plainText(fitLine([span('日本語と英語')], 6))).toBe('日本…');
});

test('gives way at the left when both ends do not fit', () => {
  expect(plainText(spread([span('a long title here')], [span('right')], 14))).toBe(
    'a long … right',
  );
  expect(plainText(spread([span('left')], [span('right')], 12))).toBe('left   right');
});

test('makes foreign control characters visible instead of sending them to the terminal', () => {
  expect(printable('a\x1b[31mb\tc\x07')).toBe('a␛[31mb  c␇');
});

test('keeps parts whole, as many to a line as fit', () => {
  const parts = [[span('started, ')], [span('1 attempt, ')], [span('1 of 10 checks')]];
  const lines = (width: number) => texts(wrapParts(parts, width, { indent: [span('  ')] }));
  expect(lines(40)).toEqual(['started, 1 attempt, 1 of 10 checks']);
  expect(lines(20)).toEqual(['started, 1 attempt,', '  1 of 10 checks']);
  expect(lines(16)).toEqual(['started,', '  1 attempt,', '  1 of 10 checks']);
  expect(lines(10)).toEqual(['started,', '  1', '  attempt,', '  1 of 10', '  checks']);
});
