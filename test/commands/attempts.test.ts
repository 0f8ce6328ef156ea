import { beforeEach, describe, expect, test } from 'vitest';
import { checkResult, createWorld, makeVerdict } from './memory-context.ts';

const id = 'predict/answer-422';
const handler = `/home/ada/api-labs/${id}/handler.ts`;
let world: ReturnType<typeof createWorld>;

beforeEach(() => {
  world = createWorld();
});

async function grade(text: string, status: 'failed' | 'passed'): Promise<void> {
  world.files[handler] = text;
  world.verdict = () =>
    makeVerdict(status, [checkResult('starts', 'passed'), checkResult('names-fields', status)]);
  await world.run('grade', id);
  world.out = '';
}

describe('the list', () => {
  test('says what to do where there is none', async () => {
    expect(await world.run('attempts', id)).toBe(0);
    expect(world.out).toBe(`No attempt yet. api-labs grade ${id} makes the first.\n`);
  });

  test('has number, time, verdict, checks and the first that failed', async () => {
    await grade('one\n', 'failed');
    world.events.push({ kind: 'hint-shown', exercise: id, check: 'names-fields', step: 2 });
    world.events.push({
      kind: 'handler-kept',
      exercise: id,
      before: 'reset',
      snapshot: 'a'.repeat(16),
    });
    world.events.push({ kind: 'exercise-reset', exercise: id });
    world.verdict = () => makeVerdict('broken');
    await world.run('grade', id, '--url', 'http://127.0.0.1:9000');
    await grade('two\n', 'passed');
    expect(await world.run('attempts', id)).toBe(0);
    expect(world.out).toBe(`Answer 422
3 attempts · 2 hints used · solution not seen

  1  24 Nov 08:00  ✘ failed  1 of 2    names-fields
  2  24 Nov 08:00  · kept before a reset, not graded
  3  24 Nov 08:00  ✘ broken            (no file kept)
  4  24 Nov 08:00  ✔ passed  2 of 2

What changed since one: api-labs attempts predict/answer-422 --diff 2
To go back to one: api-labs attempts predict/answer-422 --restore 2
`);
  });

  test('as JSON', async () => {
    await grade('one\n', 'failed');
    await world.run('attempts', id, '--json');
    expect(JSON.parse(world.out)).toEqual({
      schemaVersion: 1,
      exercise: id,
      hintsUsed: 0,
      isSolutionShown: false,
      attempts: [
        {
          number: 1,
          at: '2026-11-24T08:00:00.000Z',
          kind: 'verdict',
          exercise: id,
          status: 'failed',
          passed: 1,
          total: 2,
          durationMs: 84,
          failedCheck: 'names-fields',
          snapshot: '0000000000000000',
        },
      ],
    });
  });

  test('progress tells hints and whether the solution was seen', async () => {
    await grade('one\n', 'failed');
    await world.run('hint', id);
    world.out = '';
    await world.run('progress');
    expect(world.out).toContain('1 attempt, last failed with 1 of 2');
    expect(world.out.replace(/\n {2}/g, ' ')).toContain('checks, 1 hint used');
    world.out = '';
    await world.run('progress', '--json');
    const [, second] = JSON.parse(world.out).exercises;
    expect(second).toMatchObject({ id, hintsUsed: 1, isSolutionShown: false });
    expect(second).not.toHaveProperty('history');
  });
});

describe('differences', () => {
  beforeEach(async () => {
    await grade('a\nb\nc\nd\ne\nf\ng\nsame\n', 'failed');
    await grade('a\nb\nc\nd\ne\nf\ng\nother\n', 'passed');
    world.files[handler] = 'a\nb\nc\nd\ne\nf\ng\nnow\n';
  });

  const head = '  … 4 equal lines\n  e\n  f\n  g\n';

  test.each([
    [['1', '2'], `From attempt 1 (−) to attempt 2 (+)\n\n${head}− same\n+ other\n`],
    [['2'], `From attempt 2 (−) to your file (+)\n\n${head}− other\n+ now\n`],
    [['now', '1'], `From your file (−) to attempt 1 (+)\n\n${head}− now\n+ same\n`],
    [['1', '1'], 'Attempt 1 and attempt 1 are the same file.\n'],
  ])('--diff %j', async (names, shown) => {
    expect(await world.run('attempts', id, '--diff', ...names)).toBe(0);
    expect(world.out).toBe(shown);
  });

  test('as JSON', async () => {
    await world.run('attempts', id, '--diff', '1', 'now', '--json');
    expect(JSON.parse(world.out)).toMatchObject({
      from: { attempt: '1', text: 'a\nb\nc\nd\ne\nf\ng\nsame\n' },
      to: { attempt: 'now' },
    });
  });

  test.each([
    [
      ['--diff', '3'],
      `There is no attempt 3 of ${id}: they go from 1 to 2; now is your file as it is.\n`,
    ],
    [
      ['--diff', '1', 'x'],
      `There is no attempt x of ${id}: they go from 1 to 2; now is your file as it is.\n`,
    ],
    [['--restore', 'now'], `There is no attempt now of ${id}: they go from 1 to 2.\n`],
    [
      ['--diff', '1', '--restore', '1'],
      '--diff and --restore are two things: ask for one of them.\n',
    ],
    [['2'], '"2" is one word too many: api-labs attempts <exercise> [--diff A [B]].\n'],
  ])('%j is wrong usage', async (options, message) => {
    expect(await world.run('attempts', id, ...options)).toBe(2);
    expect(world.err).toBe(message);
  });

  test('a file that is lost is said', async () => {
    delete world.snapshots['0000000000000000'];
    world.snapshots['0000000000000001'] = { kind: 'damaged' };
    expect(await world.run('attempts', id, '--diff', '1', '2')).toBe(1);
    expect(await world.run('attempts', id, '--diff', '2')).toBe(1);
    delete world.files[handler];
    expect(await world.run('attempts', id, '--diff', 'now', '2')).toBe(1);
    expect(
      world.err,
    ).toBe(`The file of attempt 1 is gone from your data folder; only its verdict is left.
The file of attempt 2 was changed or cut off on the disk and is not what you had.
There is no file ${handler} that can be read.
`);
  });
});

test('--restore says what became of it', async () => {
  await grade('one\n', 'failed');
  expect(await world.run('attempts', id, '--restore', '1')).toBe(0);
  expect(world.restored).toEqual([1]);
  expect(world.out).toBe('Your handler is the file of attempt 1 again.\n');
  world.context.services.restoreAttempt = async () => ({
    isOk: false,
    message: 'The disk is full.',
  });
  expect(await world.run('attempts', id, '--restore', '1', '--json')).toBe(1);
  expect(world.out).toContain('"isOk":false,"message":"The disk is full."');
});
