import { expect, test } from 'vitest';
import { plainText } from '../../src/model/lines.ts';
import { statusLines } from '../../src/ui/status.ts';

const show = (text: string) => statusLines({ tone: 'warn', text }, 20).map(plainText);

test('a status takes the lines it needs, and is cut after the third', () => {
  expect(show('short')).toEqual(['▸ short']);
  expect(show('it takes two lines\nto say this')).toEqual([
    '▸ it takes two lines',
    '  to say this',
  ]);
  expect(show('one two three four five six seven eight nine ten eleven twelve')).toEqual([
    '▸ one two three four',
    '  five six seven',
    '  eight nine ten …',
  ]);
});
