import { expect, test } from 'vitest';
import { reduceAttempts } from '../../../../src/ui/screens/attempts/use-attempts-state.ts';

const closed = { isConfirming: false };

test.each([
  [undefined, 1, 2],
  [undefined, -1, 3],
  [2, 1, 1],
  [1, 1, 1],
  [1, -1, 2],
  [undefined, 9, 1],
  [1, -9, 3],
] as const)('from %s by %i to %i of 3', (marked, by, next) => {
  const state = marked === undefined ? closed : { ...closed, marked };
  expect(reduceAttempts(state, { kind: 'moved', by, count: 3 }).marked).toBe(next);
});

test('a comparison is closed to the attempt it was opened from', () => {
  const comparison = { number: 2, kept: 'a', now: 'b' };
  const open = reduceAttempts({ ...closed, marked: 2 }, { kind: 'compared', comparison });
  expect(open).toEqual({ marked: 2, comparison, isConfirming: false });
  expect(reduceAttempts(open, { kind: 'closed' })).toEqual({ marked: 2, isConfirming: false });
});

test('after a restore the newest is marked, and nothing is asked', () => {
  const asked = reduceAttempts({ ...closed, marked: 1 }, { kind: 'asked' });
  expect(asked.isConfirming).toBe(true);
  expect(reduceAttempts(asked, { kind: 'answered' }).isConfirming).toBe(false);
  expect(reduceAttempts(asked, { kind: 'restored' })).toEqual({ isConfirming: false });
});
