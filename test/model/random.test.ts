import { expect, test } from 'vitest';
import { seededRandom, shuffle } from '../../src/model/random.ts';

test('numbers lie from 0 up to the count, each comes, and they repeat with their seed', () => {
  const draw = (random = seededRandom(1)) => Array.from({ length: 200 }, () => random(5));
  expect([...new Set(draw())].sort()).toEqual([0, 1, 2, 3, 4]);
  expect(draw()).toEqual(draw());
  expect(draw(seededRandom(2))).not.toEqual(draw());
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
