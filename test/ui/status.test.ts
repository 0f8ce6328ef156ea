import { expect, test } from 'vitest';
import { plainText } from '../../src/model/lines.ts';
import { afterGradingStart, statusLines } from '../../src/ui/status.ts';

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

test('a grading takes back what was said before it, unless that says otherwise', () => {
  expect(afterGradingStart(undefined)).toBeUndefined();
  expect(afterGradingStart({ tone: 'plain', text: 'a hint' })).toBeUndefined();
  const kept = afterGradingStart({ tone: 'ok', text: 'reset', gradings: 1 });
  expect(kept).toMatchObject({ text: 'reset' });
  expect(afterGradingStart(kept)).toBeUndefined();
});
