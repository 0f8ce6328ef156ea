import { expect, test } from 'vitest';
import { wrapCodeLine } from '../../src/layout/code.ts';
import { span } from '../../src/layout/width.ts';
import { plainText } from '../../src/model/lines.ts';

const wrap = (text: string, width: number) => wrapCodeLine([span(text)], width).map(plainText);

test('a line of code is broken before a word, and within one only where it has to be', () => {
  expect(wrap('const value = Number(value);', 22)).toEqual(['const value = Number(', '↳ value);']);
  expect(wrap('return sum(first, second)', 22)).toEqual(['return sum(first,', '↳ second)']);
  expect(wrap('    answer = reply.json(text)', 22)).toEqual([
    '    answer = reply',
    '    ↳ .json(text)',
  ]);
  expect(wrap('value = {...others}', 12)).toEqual(['value = {...', '↳ others}']);
  expect(wrap('a fractional part', 12)).toEqual(['a fractional', '↳ part']);
  expect(wrap('abcdefghij', 6)).toEqual(['abcdef', '↳ ghij']);
});

test('each part keeps its tone, and nothing of the code is lost', () => {
  const tokens = [
    span('return ', 'code-keyword'),
    span('"one two three"', 'code-string'),
    span(';'),
  ];
  const lines = wrapCodeLine(tokens, 16);
  expect(lines.map(plainText)).toEqual(['return "one two', '↳ three";']);
  expect(lines[1]?.map(({ tone }) => tone)).toEqual(['muted', 'code-string', undefined]);
});
