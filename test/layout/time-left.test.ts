import { expect, test } from 'vitest';
import { timeLeftText } from '../../src/layout/time-left.ts';

test.each([
  [0, undefined],
  [999, undefined],
  [1000, '9 s left before it counts as stuck'],
  [1001, '9 s left before it counts as stuck'],
  [9001, '1 s left before it counts as stuck'],
  [10_000, 'time is up, it is being ended'],
  [10_400, 'time is up, it is being ended'],
])('after %i ms of 10 s', (elapsedMs, text) => {
  expect(timeLeftText(10_000, elapsedMs)).toBe(text);
});
