import { expect, test } from 'vitest';
import { backoffMs, retry } from '../../../labs/85-microservices/parts/retry.ts';

function create({ failures, isWorthIt = true }: { failures: number; isWorthIt?: boolean }) {
  const waitedMs: number[] = [];
  const attempts: number[] = [];
  const call = async (attempt: number) => {
    attempts.push(attempt);
    if (attempt <= failures) throw new Error(`failure ${attempt}`);
    return 'answer';
  };
  const result = retry(call, {
    attempts: 4,
    baseMs: 100,
    capMs: 250,
    random: () => 0.5,
    wait: async (ms) => waitedMs.push(ms),
    isWorthIt: () => isWorthIt,
  });
  return { result, waitedMs, attempts };
}

test('calls again until it goes well, and waits longer each time, up to a bound', async () => {
  const { result, waitedMs, attempts } = create({ failures: 3 });
  expect(await result).toBe('answer');
  expect(attempts).toEqual([1, 2, 3, 4]);
  expect(waitedMs).toEqual([50, 100, 125]);
});

test('does not wait after a success', async () => {
  const { result, waitedMs, attempts } = create({ failures: 0 });
  expect(await result).toBe('answer');
  expect([attempts, waitedMs]).toEqual([[1], []]);
});

test('gives up after the last attempt with its error, without another wait', async () => {
  const { result, waitedMs, attempts } = create({ failures: 9 });
  await expect(result).rejects.toThrow('failure 4');
  expect(attempts).toHaveLength(4);
  expect(waitedMs).toHaveLength(3);
});

test('gives up at once where another attempt cannot help', async () => {
  const { result, attempts } = create({ failures: 9, isWorthIt: false });
  await expect(result).rejects.toThrow('failure 1');
  expect(attempts).toEqual([1]);
});

test('full jitter draws from the whole range, from nothing to the bound', () => {
  const bounds = { baseMs: 100, capMs: 1000 };
  expect(backoffMs(3, { ...bounds, random: () => 0 })).toBe(0);
  expect(backoffMs(3, { ...bounds, random: () => 0.999 })).toBeCloseTo(399.6);
  expect(backoffMs(30, { ...bounds, random: () => 0.999 })).toBeCloseTo(999);
});
