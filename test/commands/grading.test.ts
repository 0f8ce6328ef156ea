import { beforeEach, describe, expect, test } from 'vitest';
import { checkResult, createWorld, makeVerdict } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
  world.files['/home/ada/api-labs/predict/answer-422/handler.ts'] = 'mine\n';
});

const id = 'predict/answer-422';
const failing = () =>
  makeVerdict('failed', [checkResult('starts', 'passed'), checkResult('names-fields', 'failed')]);

describe('targets', () => {
  test.each([
    [[], { kind: 'file', file: '/home/ada/api-labs/predict/answer-422/handler.ts' }],
    [['--file', 'mine.ts'], { kind: 'file', file: '/home/ada/mine.ts' }],
    [['--file', '/elsewhere/mine.ts'], { kind: 'file', file: '/elsewhere/mine.ts' }],
    [['--url', 'http://127.0.0.1:9000/'], { kind: 'url', url: 'http://127.0.0.1:9000' }],
    [['--run', 'serve {port}'], { kind: 'command', command: 'serve {port}', url: undefined }],
    [
      ['--run', 'serve', '--url', 'http://127.0.0.1:9000'],
      { kind: 'command', command: 'serve', url: 'http://127.0.0.1:9000' },
    ],
  ])('%j', async (options, target) => {
    world.files['/home/ada/mine.ts'] = '';
    world.files['/elsewhere/mine.ts'] = '';
    expect(await world.run('grade', id, ...options)).toBe(0);
    expect(world.graded).toEqual([{ exercise: id, target }]);
  });

  test.each([
    [['--file', 'gone.ts'], 'There is no file /home/ada/gone.ts that can be read.\n'],
    [
      ['--file', 'a.ts', '--url', 'http://x'],
      '--file cannot be combined with --url or --run: name one target.\n',
    ],
    [['--seed', '1.5'], '--seed takes the number that a verdict names, not "1.5".\n'],
    [['--url', 'x'], '--url takes an address such as http://127.0.0.1:8000, not "x".\n'],
    [
      ['--url', 'http://x', '--watch'],
      '--watch follows a handler file: it cannot be combined with --url or --run.\n',
    ],
  ])('%j is wrong usage', async (options, message) => {
    expect(await world.run('grade', id, '--json', ...options)).toBe(2);
    expect(world.err).toBe(message);
    expect(world.out).toBe('');
    expect(world.graded).toEqual([]);
  });

  test('no workspace is wrong usage', async () => {
    world.workspace = { kind: 'none', suggestedFolder: '/home/ada/api-labs' };
    expect(await world.run('grade', id)).toBe(2);
    expect(world.err).toBe(
      'There is no workspace here. api-labs init makes one; --file, --url and --run grade without one.\n',
    );
  });
});

describe('verdicts', () => {
  test.each(['failed', 'broken', 'stuck'] as const)('%s is not passed', async (status) => {
    world.verdict = () => makeVerdict(status);
    expect(await world.run('grade', id, '--json')).toBe(1);
    expect(JSON.parse(world.out)).toMatchObject({ schemaVersion: 1, exercise: id, status });
    expect(world.err).toBe('');
  });

  test('JSON begins with the documented keys and is one line', async () => {
    world.verdict = failing;
    await world.run('grade', id, '--json');
    expect(world.out.match(/\n/g)).toHaveLength(1);
    const verdict = JSON.parse(world.out);
    expect(Object.keys(verdict).slice(0, 5)).toEqual([
      'schemaVersion',
      'exercise',
      'status',
      'durationMs',
      'checks',
    ]);
    expect(verdict.checks[1]).toMatchObject({
      id: 'names-fields',
      status: 'failed',
      exchanges: [],
    });
  });

  test('lines name the lesson and the next command', async () => {
    world.verdict = failing;
    expect(await world.run('grade', id)).toBe(1);
    expect(world.out).toBe(
      `✘ failed   1 of 2 checks                             seed 4711 · graded in 84 ms

✘ checks names-fields
  wrong     the status: expected 422, received 200
  lesson    Validation, See it

✔ checks starts

▸ Change the file. For a hint: api-labs hint predict/answer-422
`,
    );
    expect(world.events).toEqual([
      {
        kind: 'verdict',
        exercise: id,
        status: 'failed',
        passed: 1,
        total: 2,
        durationMs: 84,
        failedCheck: 'names-fields',
        snapshot: '0000000000000000',
      },
    ]);
  });
});

describe('watching', () => {
  test('grades after each save until it is ended', async () => {
    const verdicts = [failing(), makeVerdict('passed', [checkResult('starts', 'passed')])];
    world.verdict = () => verdicts.shift() ?? makeVerdict('passed');
    const seen: string[] = [];
    world.onWrite = (text) => {
      seen.push(JSON.parse(text).status);
      if (seen.length === 1) world.save();
      else world.ending.abort();
    };
    expect(await world.run('grade', id, '--watch', '--json')).toBe(0);
    expect(seen).toEqual(['failed', 'passed']);
    expect(world.err).toBe(
      'Watching /home/ada/api-labs/predict/answer-422/handler.ts. Save it to grade it, press Ctrl-C to end.\n',
    );
    expect(world.watcherCount()).toBe(0);
  });

  test('the newest save wins', async () => {
    const started: AbortSignal[] = [];
    const { grade } = world.context.services;
    const gate = Promise.withResolvers<void>();
    world.context.services.grade = async (exercise, target, options) => {
      if (options.signal) started.push(options.signal);
      if (started.length === 1) {
        world.save();
        await gate.promise;
      }
      return grade(exercise, target, options);
    };
    world.onWrite = () => {
      gate.resolve();
      world.ending.abort();
    };
    await world.run('grade', id, '--watch', '--json');
    expect(started.map((signal) => signal.aborted)).toEqual([true, true]);
    expect(world.out.match(/\n/g)).toHaveLength(1);
  });
});

describe('hint', () => {
  test('gives one step more each time', async () => {
    world.verdict = failing;
    const about =
      'This is about your handler as it is now.\nTo grade it: api-labs grade predict/answer-422\n';
    const head = `✘ checks names-fields\nthe status: expected 422, received 200\n${about}\n`;
    const steps = ['Hint 1 of 3: a nudge\n', 'Hint 2 of 3: a question\n'];
    const third = 'Hint 3 of 3: a shape\n  with two lines\n';
    const outputs: string[] = [];
    for (let time = 0; time < 4; time += 1) {
      world.out = '';
      expect(await world.run('hint', id)).toBe(0);
      outputs.push(world.out);
    }
    expect(outputs).toEqual([
      `${head}${steps[0]}`,
      `${head}${steps.join('')}`,
      `${head}${steps.join('')}${third}`,
      `${head}${steps.join('')}${third}\nThat was the last one. The solution: api-labs solution predict/answer-422\n`,
    ]);
    const shown = world.events.filter((event) => event.kind === 'hint-shown');
    expect(shown.map((event) => event.step)).toEqual([1, 2, 3]);
  });

  test('is no attempt, and says which state of the handler it is about', async () => {
    world.verdict = failing;
    const handler = '/home/ada/api-labs/predict/answer-422/handler.ts';
    world.files[handler] = 'one';
    await world.run('grade', id);
    const attempts = () => world.events.filter(({ kind }) => kind === 'verdict').length;
    const hint = async (...options: string[]) => {
      world.out = '';
      await world.run('hint', id, ...options);
      return world.out.replaceAll('\n', ' ');
    };
    expect(await hint()).toContain('This is about your handler as it was graded in attempt 1. ');
    world.files[handler] = 'two';
    expect(await hint()).toContain(
      'This is about your handler as it is now, changed since attempt 1. To grade it: api-labs grade predict/answer-422 ',
    );
    world.warning = 'Progress cannot be saved.';
    await hint();
    expect(world.err).toBe('Progress cannot be saved.\n');
    expect(await hint('--url', 'http://127.0.0.1:8000')).toContain(
      'about your server as it is now',
    );
    expect(attempts()).toBe(1);
    await world.run('grade', id);
    expect(await hint()).toContain('graded in attempt 2. ');
  });

  test('has nothing to add to a pass or to a handler that does not start', async () => {
    const passes = 'predict/answer-422 passes every check: no hint is needed.\n';
    const compare = 'To compare: api-labs solution predict/answer-422\n';
    await world.run('hint', id);
    expect(world.out).toBe(
      `${passes}It counts once it is graded: api-labs grade predict/answer-422\n${compare}`,
    );
    await world.run('grade', id);
    world.out = '';
    await world.run('hint', id);
    expect(world.out).toBe(`${passes}${compare}`);
    world.out = '';
    world.verdict = () => makeVerdict('broken');
    await world.run('hint', id);
    expect(world.out).toContain('It is broken.\n▸ Look again.\n');
  });
});

describe('solution', () => {
  test('asks to say it twice', async () => {
    expect(await world.run('solution', id)).toBe(1);
    expect(world.out).toBe(
      `predict/answer-422 is not passed yet.
This prints the whole solution and how your handler differs from it, and
progress notes that you have seen it.
A smaller step: api-labs hint predict/answer-422
To see it all the same: api-labs solution predict/answer-422 --force
`,
    );
    expect(world.events).toEqual([]);
  });

  test('is free after passing, and shows what differs', async () => {
    await world.run('grade', id);
    world.out = '';
    expect(await world.run('solution', id)).toBe(0);
    expect(world.out).toMatch(/^Answer 422, one solution\n\n.*solved/s);
    expect(world.out).toMatch(/From yours to this one\n\n.*mine.*solved/s);
    expect(world.events.at(-1)).toEqual({ kind: 'solution-shown', exercise: id });
  });

  test('in Python, when it is insisted on', async () => {
    expect(await world.run('solution', id, '--python', '--force')).toBe(0);
    expect(world.out).toMatch(/^Answer 422, in FastAPI\n\n.*solved_in_python\n$/s);
  });
});
