import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkResult, createWorld, makeVerdict } from './memory-context.ts';

const id = 'predict/answer-422';
let world: ReturnType<typeof createWorld>;

beforeEach(() => {
  vi.useFakeTimers();
  world = createWorld();
  world.files[`/home/ada/api-labs/${id}/handler.ts`] = 'mine\n';
  const verdict = makeVerdict('passed', [checkResult('starts', 'passed')]);
  world.context.services.grade = async (_exercise, _target, { onStep, signal }) => {
    onStep?.({ kind: 'starting', deadlineMs: 10_000 });
    await vi.advanceTimersByTimeAsync(2000);
    onStep?.({ kind: 'checking' });
    await vi.advanceTimersByTimeAsync(1500);
    signal?.throwIfAborted();
    return verdict;
  };
});
afterEach(() => vi.useRealTimers());

const shown = () => world.out.split('\r\x1b[2K').slice(1);

test('in a terminal a slow grade counts down, once a second, and takes the line away', async () => {
  world.context.terminal.rows = 24;
  expect(await world.run('grade', id)).toBe(0);
  const lines = shown();
  expect(lines.slice(0, -1)).toEqual([
    'Starting · 9 s left before it counts as stuck',
    'Starting · 8 s left before it counts as stuck',
    'Running the checks · 8 s left before it counts as stuck',
    'Running the checks · 7 s left before it counts as stuck',
  ]);
  expect(lines.at(-1)).toMatch(/^✔ passed/);
  expect(vi.getTimerCount()).toBe(0);
});

test('an ended grade leaves no line and no timer', async () => {
  world.context.terminal.rows = 24;
  world.ending.abort();
  await expect(world.run('grade', id)).rejects.toThrow();
  expect(shown().at(-1)).toBe('');
  expect(vi.getTimerCount()).toBe(0);
});

test('elsewhere, and as JSON, nothing is said of it', async () => {
  await world.run('grade', id);
  expect(shown()).toEqual([]);
  world.context.terminal.rows = 24;
  await world.run('grade', id, '--json');
  expect(shown()).toEqual([]);
});
