import { expect, test } from 'vitest';
import { createRandom } from '../../../labs/kit/random.ts';

function drawSome(seed: number, id: string) {
  const random = createRandom(seed, id);
  return [random.integer(0, 1e9), random.number(-5, 5), random.word(), random.shuffle([1, 2, 3])];
}

test('the same seed draws the same for a check, another seed or another check does not', () => {
  expect(drawSome(7, 'one')).toEqual(drawSome(7, 'one'));
  expect(drawSome(7, 'one')).not.toEqual(drawSome(8, 'one'));
  expect(drawSome(7, 'one')).not.toEqual(drawSome(7, 'two'));
});

test('numbers stay within their bounds and have no more decimals than asked for', () => {
  const random = createRandom(1, 'bounds');
  for (let draw = 0; draw < 500; draw += 1) {
    const number = random.number(-2.5, 2.5, 2);
    expect(Math.abs(number)).toBeLessThanOrEqual(2.5);
    expect(Number(number.toFixed(2))).toBe(number);
    expect([3, 4, 5]).toContain(random.integer(3, 5));
    expect(['a', 'b']).toContain(random.pick(['a', 'b']));
  }
});

test('a shuffle keeps every entry, a word has the length asked for', () => {
  const random = createRandom(2, 'shuffle');
  expect(random.shuffle([1, 2, 3, 4]).sort()).toEqual([1, 2, 3, 4]);
  expect(random.word(9)).toMatch(/^[a-z]{9}$/);
  expect(() => random.pick([])).toThrow(RangeError);
});
