import { beforeEach, expect, test } from 'vitest';
import type { Exercise } from '../../src/model/course.ts';
import type { Target, Verdict } from '../../src/model/verdict.ts';
import { checkResult, course, createWorld, makeVerdict } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
let equivalents: Exercise['equivalents'];
let survivors: string[];

const folder = '/course/labs/predict/answer-422';
const json = { label: [1] };
const passed: Verdict = makeVerdict('passed', [
  {
    ...checkResult('starts', 'passed'),
    exchanges: [
      {
        request: { method: 'POST', path: '/predict', headers: {} },
        response: { status: 200, headers: {}, body: JSON.stringify(json), json },
        durationMs: 1,
      },
    ],
  },
]);

beforeEach(() => {
  world = createWorld();
  equivalents = undefined;
  survivors = [];
  world.files = {
    [`${folder}/solution.ts`]: 'export default () => a === 1;\n',
    [`${folder}/wrong/one.ts`]: '// rejected-by: starts\n',
  };
  world.context.sources.load = async () => {
    const exercises = course.exercises
      .filter(({ id }) => id === 'predict/answer-422')
      .map((exercise) => ({ ...exercise, equivalents }));
    return { course: { ...course, exercises }, problems: [] };
  };
  world.verdict = (target: Target) => {
    const failed = makeVerdict('failed', [checkResult('starts', 'failed')]);
    if (target.kind === 'file') return target.file.endsWith('solution.ts') ? passed : failed;
    const index = target.kind === 'url' ? Number(target.url.split('/').at(-1)) : 0;
    return survivors.includes(world.mutants[index] ?? '') ? passed : failed;
  };
});

const report = async () => {
  const exitCode = await world.run('check-course', '--mutations', '--json');
  return { exitCode, ...JSON.parse(world.out) };
};
const first = 'reply POST /predict 200: drop label';
const second = 'source line 1: === becomes !== in a === 1';

test('every mutation is graded, and one that cannot be loaded does not count', async () => {
  world.isUnusable = (id) => id === second;
  const { exitCode, mutations, problems } = await report();
  expect(exitCode).toBe(0);
  expect(problems).toEqual([]);
  expect(world.mutants).toEqual(expect.arrayContaining([first, second]));
  const graded = world.mutants.length - 1;
  expect(mutations).toEqual([
    { exercise: 'predict/answer-422', graded, killed: graded, equivalent: 0, survivors: [] },
  ]);
  // The server of the mistakes, and that of the mutants.
  expect(world.stopped).toBe(2);
});

test('a survivor is a problem unless it is explained, and so is an explanation of nothing', async () => {
  survivors = [first, second];
  equivalents = [
    { mutation: second, why: 'It is the same.' },
    { mutation: 'source line 1: 1 becomes 2', why: 'It was the same.' },
    { mutation: 'source line 9: gone', why: 'It was there.' },
  ];
  const { exitCode, mutations, problems } = await report();
  expect(exitCode).toBe(1);
  expect(mutations[0]).toMatchObject({ equivalent: 1, survivors: [first] });
  expect(problems.map(({ file, problem }: Record<string, string>) => `${file} ${problem}`)).toEqual(
    [
      `checks.ts lets a mutation pass: ${first}. Add a check, or explain it in equivalent.yaml.`,
      'equivalent.yaml source line 1: 1 becomes 2: is killed. Take it out.',
      'equivalent.yaml source line 9: gone: is generated no more. Take it out.',
    ],
  );
});

test('as lines, with one that is written over where somebody looks', async () => {
  survivors = [first];
  world.context.terminal.isInteractive = true;
  await world.run('check-course', '--mutations');
  const total = world.mutants.length;
  expect(world.out).toContain(
    `predict/answer-422: killed ${total - 1} of ${total}, 0 equivalent, 1 unexplained\n`,
  );
  expect(world.err).toContain(`\rpredict/answer-422: 1 of ${total} mutations, 0 survived`);
});

test('a sample is drawn from a seed: the same one again, and nothing is said of the others', async () => {
  const graded = async (...args: string[]) => {
    await world.run('check-course', '--mutations', ...args);
    return [...world.mutants].sort();
  };
  const all = await graded();
  const drawn = await graded('--sample', '5', '--seed', '7');
  expect(drawn).toHaveLength(5);
  expect(all).toEqual(expect.arrayContaining(drawn));
  expect(await graded('--sample', '5', '--seed', '7')).toEqual(drawn);
  expect(await graded('--sample', '5', '--seed', '8')).not.toEqual(drawn);
  expect(await world.run('check-course', '--mutations', '--sample', 'few')).toBe(2);
});

test('a solution that does not pass has no mutations', async () => {
  world.verdict = () => makeVerdict('failed', [checkResult('starts', 'failed')]);
  expect((await report()).problems).toContainEqual({
    exercise: 'predict/answer-422',
    file: 'solution.ts',
    problem: 'is failed, so it has no mutations.',
  });
});

test('ends with the program, its server stopped', async () => {
  world.context.serveMutants = async (_exercise, _file, mutants) => ({
    load: async (index) => {
      if (mutants[index]?.kind !== 'mistake') world.ending.abort();
      return 'http://127.0.0.1:9/m/0';
    },
    stop: async () => {
      world.stopped += 1;
    },
  });
  await expect(world.run('check-course', '--mutations')).rejects.toThrow('aborted');
  // The server of the mistakes, and that of the mutants.
  expect(world.stopped).toBe(2);
});
