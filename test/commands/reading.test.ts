import { beforeEach, describe, expect, test } from 'vitest';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
});

const passed = {
  kind: 'verdict',
  exercise: 'predict/type-the-input',
  status: 'passed',
  passed: 8,
  total: 8,
  durationMs: 90,
} as const;

test('list --json has the documented shape', async () => {
  world.events.push(passed, { kind: 'beat-finished', lesson: 'docs', beat: 'say' });
  expect(await world.run('list', '--json')).toBe(0);
  expect(JSON.parse(world.out)).toEqual({
    schemaVersion: 1,
    lessons: [
      { id: 'docs', title: 'Automatic docs', status: 'started', lab: 'predict', exercises: [] },
      {
        id: 'validation',
        title: 'Validation',
        status: 'started',
        lab: 'predict',
        exercises: ['predict/type-the-input', 'predict/answer-422'],
      },
    ],
    labs: [
      {
        id: 'predict',
        title: 'The predict lab',
        exercises: [
          { id: 'predict/type-the-input', title: 'Type the input', status: 'passed', mistakes: 4 },
          { id: 'predict/answer-422', title: 'Answer 422', status: 'new', mistakes: 4 },
        ],
      },
    ],
  });
});

test('list in ASCII and in a narrow terminal', async () => {
  world.context.terminal = {
    isInteractive: false,
    columns: 44,
    isColoured: false,
    isUnicode: false,
  };
  world.events.push(passed);
  await world.run('list');
  expect(world.out).toMatch(/^[\x20-\x7e\n]+$/);
  expect(Math.max(...world.out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(44);
  expect(world.out).toMatch(/\n {3,}Automatic docs\n/);
});

test('list cuts no title: it goes on below itself', async () => {
  world.context.services.courseIndex = {
    ...world.context.services.courseIndex,
    lessons: world.context.services.courseIndex.lessons.map((lesson) => ({
      ...lesson,
      title: 'A title that is longer than its column is wide',
    })),
  };
  world.context.terminal = { ...world.context.terminal, columns: 70 };
  await world.run('list');
  const [, first = '', second = ''] = world.out.split('\n');
  expect(first).toMatch(/^· docs {2,}A title that is longer .* 0 of 4 beats$/);
  const column = first.indexOf('A title');
  expect(second.slice(0, column)).toBe(' '.repeat(column));
  expect(`${first.slice(column).replace(/ +0 of 4 beats$/, '')} ${second.trim()}`).toBe(
    'A title that is longer than its column is wide',
  );
});

test('lesson prints all five beats', async () => {
  expect(await world.run('lesson', 'docs')).toBe(0);
  expect(world.out).toBe(
    `1  Automatic docs                                                          5 min
About docs.

Say it

Say this.

See it

See this.

Run it

Run this.

Build it

Build this.

Defend it

Defend this.

Sources
The docs  https://example.org/docs
`,
  );
});

test('lesson keeps its colours when they are forced', async () => {
  world.context.terminal.isColoured = true;
  await world.run('lesson', 'docs');
  expect(world.out).toContain('\x1b[36;1mSay it\x1b[0m');
});

test('list gives a title the room that a short note leaves', async () => {
  const { labs } = world.context.services.courseIndex;
  const title = 'A title just as wide';
  world.context.services.courseIndex = {
    ...world.context.services.courseIndex,
    labs: labs.map((lab) => ({
      ...lab,
      exercises: lab.exercises.map((exercise) => ({ ...exercise, title })),
    })),
  };
  world.context.terminal = { ...world.context.terminal, columns: 60 };
  await world.run('list');
  expect(world.out).toMatch(/predict\/type-the-input {2}A title just as wide +new\n/);
});

describe('progress', () => {
  test('as lines', async () => {
    world.events.push(passed, {
      ...passed,
      exercise: 'predict/answer-422',
      status: 'failed',
      passed: 5,
    });
    world.events.push({ kind: 'solution-shown', exercise: 'predict/answer-422' });
    expect(await world.run('progress')).toBe(0);
    expect(world.out).toBe(
      `10 % done
○ tomorrow  interview tomorrow, 5 min
            1 lesson, 0 exercises
○ week      this week, 15 min
            2 lessons, 1 exercise
● properly  learn it properly, 15 min left of 20 min
            2 lessons, 2 exercises

Automatic docs  · Say  · See  · Run  – Build  · Defend
Validation      · Say  · See  · Run  · Build  · Defend

✔ predict/type-the-input  passed, 1 attempt, last passed with 8 of 8 checks
· predict/answer-422      started, 1 attempt, last failed with 5 of 8 checks,
  solution seen

Next: Automatic docs, Say it: api-labs lesson docs
`,
    );
  });

  test('in little room no number leaves its unit, no mark its name, and the next command can be copied', async () => {
    const lessons = world.context.services.courseIndex.lessons.map((lesson) => ({
      ...lesson,
      title: `${lesson.title}, all that one should say`,
    }));
    world.context.services.courseIndex = { ...world.context.services.courseIndex, lessons };
    world.events.push({ ...passed, status: 'failed', passed: 5 });
    world.events.push({ kind: 'beat-finished', lesson: 'docs', beat: 'see' });
    const linesAt = async (columns: number) => {
      world.context.terminal = { ...world.context.terminal, columns };
      world.out = '';
      await world.run('progress');
      const lines = world.out.split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      return lines.slice(7).join('\n');
    };
    expect(await linesAt(66)).toBe(
      `
                                         Say See Run Build Defend
Automatic docs, all that one should say  ·   ✔   ·   –     ·
Validation, all that one should say      ·   ·   ·   ·     ·

· predict/type-the-input  started, 1 attempt,
  last failed with 5 of 8 checks
· predict/answer-422      new

Next: Automatic docs, all that one should say, Say it:
api-labs lesson docs
`,
    );
    expect(await linesAt(50)).toContain(
      `
  Say See Run Build Defend
Automatic docs, all that one should say
  ·   ✔   ·   –     ·
Validation, all that one should say
  ·   ·   ·   ·     ·
`,
    );
  });

  test('as JSON', async () => {
    world.events.push(passed);
    await world.run('progress', '--json');
    expect(JSON.parse(world.out)).toMatchObject({
      schemaVersion: 1,
      shareDone: 0.1,
      lessons: [
        { id: 'docs', status: 'new', beats: ['build'] },
        { id: 'validation', status: 'started', beats: [] },
      ],
      exercises: [
        { id: 'predict/type-the-input', status: 'passed', attempts: 1 },
        { id: 'predict/answer-422', status: 'new', attempts: 0 },
      ],
      next: { kind: 'beat', lesson: 'docs', beat: 'say' },
      file: '/data/progress.jsonl',
    });
  });
});

describe('the workspace', () => {
  test('init takes the usual folder or the one named', async () => {
    await world.run('init', 'elsewhere');
    world.workspace = { kind: 'none', suggestedFolder: '/home/ada/api-labs' };
    await world.run('init');
    expect(world.out).toBe(
      `Made /home/ada/elsewhere.
Next: read predict/type-the-input/task.md there, then api-labs grade
predict/type-the-input
Made /home/ada/api-labs.
Next: read predict/type-the-input/task.md there, then api-labs grade
predict/type-the-input
`,
    );
  });

  test('init that fails says why and is not passed', async () => {
    world.context.services.createWorkspace = async () => ({ isOk: false, message: 'No room.' });
    expect(await world.run('init')).toBe(1);
    expect(world.err).toBe('No room.\n');
  });

  test('reset says what became of it', async () => {
    expect(await world.run('reset', 'predict/answer-422')).toBe(0);
    expect(world.out).toBe('predict/answer-422 starts afresh.\n');
    expect(world.events).toEqual([{ kind: 'exercise-reset', exercise: 'predict/answer-422' }]);
    world.workspace = { kind: 'none', suggestedFolder: '/x' };
    expect(await world.run('reset', 'predict/answer-422')).toBe(1);
    expect(world.err).toBe('There is no workspace here. api-labs init makes one.\n');
  });
});

test('a lesson can be named by its number', async () => {
  expect(await world.run('lesson', '2')).toBe(0);
  expect(world.out).toContain('Validation');
  expect(await world.run('lesson', '3')).toBe(2);
  expect(world.err).toContain('There is no lesson "3".');
});

describe('path', () => {
  test('takes a path, says what is left of each and what is next', async () => {
    expect(await world.run('path', 'tomorrow')).toBe(0);
    expect(world.events).toEqual([{ kind: 'path-chosen', path: 'tomorrow' }]);
    expect(world.out).toBe(
      `● tomorrow  interview tomorrow, 5 min
            1 lesson, 0 exercises
○ week      this week, 15 min
            2 lessons, 1 exercise
○ properly  learn it properly, 20 min
            2 lessons, 2 exercises

Next: Automatic docs, Say it: api-labs lesson docs
`,
    );
  });

  test('without a name changes nothing', async () => {
    expect(await world.run('path', '--json')).toBe(0);
    expect(world.events).toEqual([]);
    expect(JSON.parse(world.out)).toMatchObject({
      schemaVersion: 1,
      path: 'properly',
      paths: [
        { path: 'tomorrow', title: 'interview tomorrow', minutes: 5, minutesLeft: 5 },
        {},
        {},
      ],
    });
  });

  test('at its end says so, and which one is longer', async () => {
    for (const beat of ['say', 'see', 'run', 'defend'] as const)
      world.events.push({ kind: 'beat-finished', lesson: 'docs', beat });
    expect(await world.run('path', 'tomorrow')).toBe(0);
    expect(world.out).toContain(
      'Next: nothing is left of the path tomorrow. A longer one: api-labs path week\n',
    );
    expect(await world.run('progress')).toBe(0);
    expect(world.out).not.toContain('all lessons and exercises are done');
  });

  test('one that there is not is named with what there is', async () => {
    expect(await world.run('path', 'tomorow')).toBe(2);
    expect(world.err).toContain('There is no path "tomorow". Did you mean tomorrow?');
    expect(await world.run('path', 'xyz')).toBe(2);
    expect(world.err).toContain('The paths are tomorrow, week, properly.');
  });
});
