import { beforeEach, describe, expect, test } from 'vitest';
import { checkResult, createWorld, makeVerdict } from './memory-context.ts';

const ids = ['predict/type-the-input', 'predict/answer-422'];
const handlerOf = (id: string) => `/home/ada/api-labs/${id}/handler.ts`;
let world: ReturnType<typeof createWorld>;

beforeEach(() => {
  world = createWorld();
});

function pass(...passed: string[]): void {
  for (const exercise of passed) {
    world.events.push({
      kind: 'verdict',
      exercise,
      status: 'passed',
      passed: 2,
      total: 2,
      durationMs: 5,
    });
    world.files[handlerOf(exercise)] = 'mine\n';
  }
}

const onTerminal = () => {
  world.context.terminal.rows = 24;
};

test('says what to do when nothing is passed', async () => {
  expect(await world.run('grade', '--all')).toBe(0);
  expect(world.out).toBe(`No exercise is passed yet, so there is nothing to grade again.
To begin with: api-labs grade predict/type-the-input
`);
  expect(world.graded).toEqual([]);
});

test.each([
  [[ids[1] ?? ''], 'predict/answer-422'],
  [['--file', 'x.ts'], '--file'],
  [['--url', 'http://x'], '--url'],
  [['--run', 'x'], '--run'],
  [['--seed', '1'], '--seed'],
  [['--watch'], '--watch'],
])('%j with --all is wrong usage', async (options, named) => {
  pass(...ids);
  expect(await world.run('grade', '--all', ...options)).toBe(2);
  expect(world.err).toBe(
    `--all grades every exercise you have passed, from your workspace: it cannot be combined with ${named}.\n`,
  );
  expect(world.graded).toEqual([]);
});

test('without it an exercise is still asked for', async () => {
  expect(await world.run('grade', '--json')).toBe(2);
  expect(world.err).toMatch(/^Which exercise\?/);
});

describe('with exercises that were passed', () => {
  beforeEach(() => pass(...ids));

  test('all that still pass', async () => {
    expect(await world.run('grade', '--all')).toBe(0);
    expect(world.out).toBe(`✔ predict/type-the-input  passed, 1 of 1 checks, 84 ms
✔ predict/answer-422      passed, 1 of 1 checks, 84 ms

✔ All 2 still pass.
`);
    expect(world.graded.map(({ target }) => target)).toEqual(
      ids.map((id) => ({ kind: 'file', file: handlerOf(id) })),
    );
    expect(world.events.filter(({ kind }) => kind === 'verdict')).toHaveLength(4);
  });

  test('what broke is named with its first failed check and the next command', async () => {
    delete world.files[handlerOf(ids[0] ?? '')];
    world.verdict = () =>
      makeVerdict('failed', [
        checkResult('starts', 'passed'),
        checkResult('names-fields', 'failed'),
      ]);
    expect(await world.run('grade', '--all')).toBe(1);
    expect(world.out).toContain(`
✘ 2 of 2 do not pass any more.

predict/type-the-input
There is no file /home/ada/api-labs/predict/type-the-input/handler.ts any more.
▸ api-labs attempts predict/type-the-input

predict/answer-422
checks names-fields
▸ api-labs grade predict/answer-422
`);
  });

  test('as JSON, in the order of the course', async () => {
    world.verdict = ({ kind }) => makeVerdict(kind === 'file' ? 'broken' : 'passed');
    onTerminal();
    expect(await world.run('grade', '--all', '--json')).toBe(1);
    expect(world.out.match(/\n/g)).toHaveLength(1);
    expect(JSON.parse(world.out)).toMatchObject({
      schemaVersion: 1,
      passed: 0,
      total: 2,
      exercises: ids.map((exercise) => ({ exercise, status: 'broken', message: 'It is broken.' })),
    });
  });

  test('two run side by side, no more', async () => {
    const { grade } = world.context.services;
    const both = Promise.withResolvers<void>();
    let running = 0;
    world.context.services.grade = async (...request) => {
      running += 1;
      if (running === 2) both.resolve();
      await both.promise;
      return grade(...request);
    };
    expect(await world.run('grade', '--all')).toBe(0);
    expect(running).toBe(2);
  });

  test('what was stuck beside another is tried again alone', async () => {
    const verdicts = [makeVerdict('stuck'), makeVerdict('passed'), makeVerdict('passed')];
    world.verdict = () => verdicts.shift() ?? makeVerdict('broken');
    expect(await world.run('grade', '--all')).toBe(0);
    expect(world.graded.map(({ exercise }) => exercise)).toEqual([...ids, ids[0]]);
    expect(world.out).toContain('✔ All 2 still pass.');
    world.out = '';
    world.verdict = () => makeVerdict('stuck');
    expect(await world.run('grade', '--all')).toBe(1);
    expect(world.out).toContain('✘ 2 of 2 do not pass any more.');
  });

  test('on a terminal a bar counts, and is gone at the end', async () => {
    onTerminal();
    await world.run('grade', '--all');
    const frames = world.out.split('\r\x1b[2K');
    expect(frames[1]).toBe('──────────────────────── 0 of 2');
    expect(frames[3]).toBe('━━━━━━━━━━━━──────────── 1 of 2');
    expect(frames.at(-1)).toMatch(/^\n✔ All 2 still pass\.\n$/);
  });

  test('Ctrl-C ends it at once and leaves no bar', async () => {
    onTerminal();
    world.context.services.grade = (_exercise, _target, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        world.ending.abort();
      });
    await expect(world.run('grade', '--all')).rejects.toThrow('aborted');
    expect(world.out.endsWith('\r\x1b[2K')).toBe(true);
  });
});
