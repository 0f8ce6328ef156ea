import { beforeEach, expect, test } from 'vitest';
import type { Target, Verdict } from '../../src/model/verdict.ts';
import { checkResult, createWorld, makeVerdict } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
let verdicts: Record<string, Verdict>;

const folder = '/course/labs/predict/answer-422';
const passing = makeVerdict(
  'passed',
  ['starts', 'names-fields', 'keeps-the-contract', 'keeps-its-own-docs'].map((id) =>
    checkResult(id, 'passed'),
  ),
);
const failing = (...ids: string[]) =>
  makeVerdict(
    'failed',
    ids.map((id) => checkResult(id, 'failed')),
  );

/** Mistakes are served together, each below a number. */
function nameTarget(target: Target): string {
  if (target.kind === 'file') return target.file.slice(folder.length + 1);
  if (target.kind === 'command') return 'solution.py';
  return world.mutants[Number(target.url.split('/').at(-1))] ?? target.url;
}

beforeEach(() => {
  world = createWorld();
  world.context.sources.load = async () => {
    const { course } = await import('./memory-context.ts');
    const exercises = course.exercises.filter(({ id }) => id === 'predict/answer-422');
    return { course: { ...course, exercises }, problems: [] };
  };
  world.files = {
    [`${folder}/right/loose.ts`]: '// right: another way\n',
    [`${folder}/wrong/first-only.ts`]: '// rejected-by: names-fields\n// mistake: one\n',
    [`${folder}/wrong/late.ts`]: '// rejected-by: starts\n// mistake: two\n',
  };
  verdicts = {
    'starter.ts': failing('starts'),
    'solution.ts': passing,
    'right/loose.ts': passing,
    'wrong/first-only.ts': failing('names-fields'),
    'wrong/late.ts': failing('starts', 'names-fields'),
    'solution.py': passing,
  };
  world.verdict = (target: Target) => {
    const name = nameTarget(target);
    const verdict = verdicts[name];
    if (verdict === undefined) throw new Error(`nobody said what becomes of ${name}`);
    return verdict;
  };
});

test('proves every handler and counts them', async () => {
  expect(await world.run('check-course', '--seed', '7')).toBe(0);
  expect(world.out).toBe(
    `predict/answer-422: 4 checks, 2 mistakes told apart, 1 other right handler, 0
problems

Graded: 1 starter, 1 solution, 1 other right handler, 2 mistakes, 0 FastAPI
solutions.
Course: 2 lessons, 1 lab, 1 exercise.
The FastAPI solutions were not run: no Python was found.
What is random was drawn with --seed 7.
Every grader is proven.
`,
  );
  expect(world.events).toEqual([]);
});

test('runs the FastAPI solution where Python has FastAPI', async () => {
  world.context.probes.python = async () => ({
    kind: 'ready',
    command: '/venv/bin/python',
    version: '0.142.2',
  });
  expect(await world.run('check-course', '--json')).toBe(0);
  expect(JSON.parse(world.out)).toMatchObject({ status: 'passed', counts: { python: 1 } });
  expect(world.graded.at(-1)?.target).toEqual({
    kind: 'command',
    command: `"/venv/bin/python" -B -m uvicorn --app-dir "${folder}" solution:app --port {port} --log-level warning`,
  });
});

test('reports every grader that is not proven', async () => {
  world.files[`${folder}/wrong/unnamed.ts`] = '// mistake: no check\n';
  world.files[`${folder}/wrong/never.ts`] = '// rejected-by: starts\n';
  world.files[`${folder}/wrong/silent.ts`] = '// rejected-by: starts\n';
  verdicts = {
    'starter.ts': makeVerdict('broken'),
    'solution.ts': failing('starts'),
    'right/loose.ts': makeVerdict('stuck'),
    'wrong/first-only.ts': passing,
    'wrong/late.ts': failing('names-fields', 'starts'),
    'wrong/never.ts': failing('names-fields'),
    'wrong/silent.ts': makeVerdict('stuck', [checkResult('starts', 'stuck')]),
    'wrong/unnamed.ts': failing('starts'),
  };
  expect(await world.run('check-course')).toBe(1);
  expect(world.err).toBe(
    `predict/answer-422/starter.ts: is broken. It must start and fail its checks. It is broken.
predict/answer-422/solution.ts: must pass and is failed by starts: the status: expected 422, received 200
predict/answer-422/right/loose.ts: must pass and is stuck It is stuck.
predict/answer-422/wrong/first-only.ts: passes; names-fields must reject it.
predict/answer-422/wrong/late.ts: dies for another reason: names-fields rejects it first (the status: expected 422, received 200), and only then starts.
predict/answer-422/wrong/unnamed.ts: names no check. Begin it with // rejected-by: <check id>.
predict/answer-422/wrong/never.ts: dies for another reason: names-fields rejects it first (the status: expected 422, received 200), and starts never does.
predict/answer-422/wrong/silent.ts: is stuck, and must start, answer and fail starts. It is stuck.
`,
  );
  expect(world.out).toContain('8 problems.\n');
});

test('what was silent is graded once more', async () => {
  const answers = [makeVerdict('stuck'), passing];
  const { verdict } = world;
  world.verdict = (target) => {
    const isSolution = target.kind === 'file' && target.file.endsWith('solution.ts');
    return isSolution ? (answers.shift() ?? passing) : verdict(target);
  };
  expect(await world.run('check-course')).toBe(0);
  expect(answers).toEqual([]);
});

test('a check that no mistake is rejected by is not proven', async () => {
  delete world.files[`${folder}/wrong/late.ts`];
  expect(await world.run('check-course', '--json')).toBe(1);
  expect(JSON.parse(world.out)).toMatchObject({
    status: 'failed',
    exercises: [{ exercise: 'predict/answer-422', checks: 4, counts: { wrong: 1 } }],
    problems: [
      {
        exercise: 'predict/answer-422',
        file: 'checks.ts',
        problem:
          'nothing in wrong/ is rejected by starts. Add a mistake that only this check sees.',
      },
    ],
  });
});

test('grades two handlers side by side, and ends when the program does', async () => {
  let running = 0;
  let most = 0;
  const { grade } = world.context.services;
  world.context.services.grade = async (...args) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    if (world.graded.length === 2) world.ending.abort();
    return grade(...args);
  };
  expect(await world.run('check-course')).toBe(1);
  expect(most).toBe(2);
  expect(world.graded.length).toBeLessThan(5);
});

test('stops at problems in the sources', async () => {
  world.context.sources.load = async () => ({
    problems: [
      {
        file: 'lessons/10-docs/lesson.md',
        place: 'line 3',
        value: 'x',
        problem: 'This is unknown.',
        remedy: 'Take it out.',
      },
    ],
  });
  expect(await world.run('check-course')).toBe(1);
  expect(world.err).toContain('lessons/10-docs/lesson.md');
  expect(world.err).toContain('1 problem in 1 file.');
  world.context.sources.defaultFolder = () => undefined;
  expect(await world.run('check-course')).toBe(2);
});

test('proves one exercise, or one lab, and says when there is none', async () => {
  expect(await world.run('check-course', '--only', 'predict/answer-422')).toBe(0);
  expect(await world.run('check-course', '--only', 'predict')).toBe(0);
  expect(world.out).toContain('1 lab, 1 exercise');
  expect(await world.run('check-course', '--only', 'predict/nothing')).toBe(2);
  expect(world.err).toContain('No exercise is called predict/nothing');
});
