import { expect, test } from 'vitest';
import { tallyFates } from '../../src/proofs/tally.ts';

test('what survives is explained or listed, and an explanation that explains nothing is stale', () => {
  const tally = tallyFates(
    [
      { id: 'a', fate: 'killed' },
      { id: 'b', fate: 'survived' },
      { id: 'c', fate: 'survived' },
      { id: 'd', fate: 'unusable' },
    ],
    ['b', 'a', 'gone', 'd'],
  );
  expect(tally).toEqual({
    graded: 3,
    killed: 1,
    equivalent: 1,
    survivors: ['c'],
    stale: [
      { mutation: 'a', problem: 'is killed' },
      { mutation: 'gone', problem: 'is generated no more' },
      { mutation: 'd', problem: 'is generated no more' },
    ],
  });
});
