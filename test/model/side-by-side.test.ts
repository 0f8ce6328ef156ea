import { expect, test } from 'vitest';
import { runSideBySide } from '../../src/model/side-by-side.ts';

test('at most so many at a time, results in order', async () => {
  const started: number[] = [];
  const gates = [1, 2, 3].map(() => Promise.withResolvers<void>());
  const results = runSideBySide([1, 2, 3], 2, async (item, index) => {
    started.push(item);
    await gates[index]?.promise;
    return item * 10;
  });
  await Promise.resolve();
  expect(started).toEqual([1, 2]);
  gates[1]?.resolve();
  await gates[1]?.promise;
  await new Promise(setImmediate);
  expect(started).toEqual([1, 2, 3]);
  for (const gate of gates) gate.resolve();
  expect(await results).toEqual([10, 20, 30]);
});

test('the first failure is the whole one', async () => {
  const failing = runSideBySide([1, 2], 2, async (item) => {
    if (item === 2) throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await runSideBySide([], 2, async () => 1)).toEqual([]);
});
