import { expect, test } from 'vitest';
import { wrapCodeLine } from '../../src/layout/code.ts';
import { span } from '../../src/layout/width.ts';
import { plainText } from '../../src/model/lines.ts';

const wrap = (text: string, width: number) => wrapCodeLine([span(text)], width).map(plainText);

test('a line of code is broken before a word, and within one only where it has to be', () => {
  expect(wrap('const value = Number(value);', 22)).toEqual(['const value = Number(', '↳ value);']);
  expect(wrap('a fractional part', 12)).toEqual(['a fractional', '↳ part']);
  expect(wrap('abcdefghij', 6)).toEqual(['abcdef', '↳ ghij']);
});
