import { expect, test } from 'vitest';
import { countLit } from '../../../src/ui/hooks/use-lighting.ts';

test('lights what has come, the first at once', () => {
  const schedule = [0, 120, 500];
  expect([0, 119, 120, 499, 500, 9000].map((atMs) => countLit(schedule, atMs))).toEqual([
    1, 1, 2, 2, 3, 3,
  ]);
  expect(countLit([40], 0)).toBe(1);
});
