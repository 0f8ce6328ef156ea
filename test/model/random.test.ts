import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '../../src/model/random.ts';

test('numbers lie from 0 up to 1, spread, and repeat with their seed', () => {
  const random = seededRandom(1);
  const numbers = Array.from({ length: 2000 }, random);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  const again = seededRandom(1);
  expect(numbers.slice(0, 5)).toEqual(Array.from({ length: 5 }, again));
});

test('a shuffled list has the same items, and each of them everywhere', () => {
  const random = seededRandom(2);
  const firsts = new Set<string>();
  for (let turn = 0; turn < 100; turn++) {
    const shuffled = shuffle(['a', 'b', 'c', 'd'], random);
    expect(shuffled.toSorted()).toEqual(['a', 'b', 'c', 'd']);
    firsts.add(shuffled[0] ?? '');
  }
  expect(firsts.size).toBe(4);
});
