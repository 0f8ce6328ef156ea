import { expect, test } from 'vitest';
import { toAnsi } from '../../src/layout/ansi.ts';
import { layoutVerdict } from '../../src/layout/verdict.ts';
import { plainText } from '../../src/model/lines.ts';
import type { CheckResult, Verdict } from '../../src/model/verdict.ts';

const passed: CheckResult = {
  id: 'answers-200',
  title: 'answers 200 for two numbers',
  status: 'passed',
  message: '',
  hints: ['a', 'b', 'c'],
  lesson: 'validation/see',
  exchanges: [],
};

const failed: CheckResult = {
  ...passed,
  id: 'names-every-field',
  title: 'names every bad field, not only the first',
  status: 'failed',
  message: 'the body differs',
  hints: ['How many issues does Zod give you?', 'b', 'c'],
  exchanges: [
    {
      request: {
        method: 'POST',
        path: '/predict',
        headers: { 'content-type': 'application/json' },
        body: '{"feature1": null}',
      },
      response: { status: 422, headers: {}, body: '{}', json: {} },
      durationMs: 2,
    },
  ],
  expected: {
    detail: [
      { loc: ['body', 'feature1'], type: 'float_type' },
      { loc: ['body', 'feature2'], type: 'missing' },
    ],
  },
  received: { detail: [{ type: 'float_type', loc: ['body', 'feature1'] }] },
  thrown: {
    message: 'TypeError: x is not a function',
    file: '/home/me/api-labs/predict/answer-422/handler.ts',
    line: 14,
    column: 3,
    sourceLine: '  return x();',
  },
};

const verdict: Verdict = {
  schemaVersion: 1,
  exercise: 'predict/answer-422',
  status: 'failed',
  seed: 4711,
  durationMs: 84,
  target: { kind: 'file', file: 'handler.ts' },
  message: '1 of 3 checks passed.',
  remedy: 'Read the first failed check.',
  checks: [
    passed,
    failed,
    {
      ...passed,
      id: 'z',
      title: 'documents it',
      status: 'failed',
      message: 'the status: expected 200, received 404',
    },
  ],
  output: 'listening\n',
};

const show = (over: Partial<Verdict> = {}, hintSteps = {}, width = 72) =>
  toAnsi(layoutVerdict({ ...verdict, ...over }, { width, hintSteps, isExpanded: false }), {
    isColoured: false,
  });

test('shows the first failure with its evidence, the other checks by title', () => {
  expect(
    show({}, { 'names-every-field': 1 }),
  ).toBe(`✘ failed   1 of 3 checks                     seed 4711 · graded in 84 ms

✘ names every bad field, not only the first
  sent      POST /predict  {"feature1": null}
  answered  422 Unprocessable Content, but the body differs
  − expected   + received
    … 5 equal lines
        }
  −     {
  −       "loc": ["body", "feature2"],
  −       "type": "missing"
  −     }
      ]
    }
  thrown    TypeError: x is not a function
            handler.ts:14   return x();
  lesson    validation/see

Hint 1 of 3: How many issues does Zod give you?

✘ documents it
    the status: expected 200, received 404
✔ answers 200 for two numbers

It printed
  listening
`);
});

test('what is printed again and again is shown once, with how often', () => {
  const output = `${'ReferenceError: x is not defined\n'.repeat(7)}done\n`;
  const lines = layoutVerdict(
    { ...verdict, output },
    { width: 60, hintSteps: {}, isExpanded: false },
  );
  const shown = lines.map(plainText);
  expect(shown.slice(shown.indexOf('It printed') + 1)).toEqual([
    '  ReferenceError: x is not defined  (7 times)',
    '  done',
  ]);
});

test('a stuck target names the request that was not answered', () => {
  const shown = show({
    status: 'stuck',
    checks: [],
    message: 'POST /predict was not answered in 2.5 s.',
    remedy: 'Look for a loop that never ends.',
    stuck: { request: failed.exchanges[0]?.request, afterMs: 2500 },
    output: '',
  });
  expect(shown).toContain('✘ stuck');
  expect(shown).toContain('POST /predict was not answered in 2.5 s.\n  POST /predict\n');
});

test('a target that ended in the middle shows where, not what the checks after it say', () => {
  const shown = show({
    status: 'broken',
    message: 'handler.ts ended with exit code 3 while it was graded.',
    remedy: 'Take out what ends it.',
    checks: [passed, failed, { ...failed, id: 'x' }, { ...passed, id: 'y', status: 'skipped' }],
    output: '',
  });
  expect(shown.slice(shown.indexOf('\n'))).toBe(`
\nhandler.ts ended with exit code 3 while it was graded.
▸ Take out what ends it.

✘ names every bad field, not only the first
· 2 more checks were not answered
✔ answers 200 for two numbers
`);
});

test('keeps to its width at 60 columns', () => {
  const lines = show({}, { 'names-every-field': 3 }, 58).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(58);
});

test('says a reason that several checks share once, and hides frames of foreign code', () => {
  const again = { ...failed, id: 'again', title: 'says it again', message: 'the body differs' };
  const other = { ...failed, id: 'other', title: 'says another thing', message: 'the status' };
  const output = `Error: boom
    at handler (/home/me/handler.ts:3:9)
    at run (/x/node_modules/hono/dist/compose.js:29:16)
    at process.processTicksAndRejections (node:internal/process/task_queues:103:5)\n`;
  const shown = toAnsi(
    layoutVerdict(
      { ...verdict, checks: [failed, again, other, { ...other, id: 'more' }], output },
      { width: 70, hintSteps: {}, isExpanded: false },
    ),
    { isColoured: false },
  );
  expect(shown.slice(shown.indexOf('✘ says it again'))).toBe(`✘ says it again
✘ says another thing
    the status
✘ says another thing

It printed
  Error: boom
  at handler (/home/me/handler.ts:3:9)
`);
});

const many = (count: number, over: Partial<CheckResult>) =>
  Array.from({ length: count }, (_, index) => ({ ...failed, id: `m${index}`, ...over }));

test('what follows from the first failure is one line, named where no key unfolds it', () => {
  const followers = many(2, { title: 'says it again', followsFrom: failed.id });
  const own = { ...failed, id: 'own', title: 'fails by itself', message: 'the order' };
  const more = { ...failed, id: 'more', title: 'also', followsFrom: 'own' };
  const checks = [failed, ...followers, own, more];
  const options = { width: 70, hintSteps: {}, isExpanded: false };
  const plain = toAnsi(layoutVerdict({ ...verdict, checks, output: '' }, options), {
    isColoured: false,
  });
  expect(plain.slice(plain.indexOf('  lesson'))).toBe(`  lesson    validation/see
✘ 2 more that probably follow from it
    says it again
    says it again

✘ fails by itself
    the order
  ✘ 1 more that probably follows from it
      also
`);
  const screen = toAnsi(
    layoutVerdict({ ...verdict, checks }, { ...options, expandKey: 'x expand' }),
    { isColoured: false },
  );
  expect(screen).toMatch(/^✘ 2 more that probably follow from it +x expand$/m);
  expect(screen).not.toContain('says it again');
});

test('expanded, every failed check is whole and says what it follows from', () => {
  const follower = { ...failed, id: 'f', title: 'says it again', followsFrom: failed.id };
  const shown = toAnsi(
    layoutVerdict(
      { ...verdict, checks: [failed, follower] },
      { width: 70, hintSteps: {}, isExpanded: true },
    ),
    { isColoured: false },
  );
  expect(shown.match(/handler\.ts:14/g)).toHaveLength(2);
  expect(shown).toContain(
    '✘ says it again\n  follows   probably from: names every bad field, not only the first\n',
  );
});

test('folds what matters least until the card fits', () => {
  const others = many(3, { title: 'fails by itself', message: 'the order' });
  const all = { ...verdict, output: '', checks: [passed, failed, ...others] };
  const heights = [40, 22, 19, 17, 15].map(
    (height) =>
      layoutVerdict(all, {
        width: 72,
        height,
        hintSteps: {},
        isExpanded: false,
        expandKey: 'x expand',
      }).length,
  );
  expect(heights).toEqual([23, 17, 17, 17, 14]);
});

test('a status is compared in words, another difference by what differs', () => {
  const exchanges = failed.exchanges;
  const lines = (over: Partial<CheckResult>, height?: number) => {
    const { thrown: _thrown, ...rest } = failed;
    const check = { ...rest, exchanges, ...over };
    const shown = toAnsi(
      layoutVerdict(
        { ...verdict, checks: [check], output: '' },
        {
          width: 70,
          hintSteps: {},
          isExpanded: false,
          ...(height === undefined ? {} : { height }),
        },
      ),
      { isColoured: false },
    );
    return shown.slice(shown.indexOf('  sent'), shown.indexOf('  lesson')).split('\n').slice(1, -1);
  };
  expect(
    lines({
      message: 'the status: expected 400 or 422, received 422',
      expected: '400 or 422',
      received: 422,
    }),
  ).toEqual(['  expected  400 or 422', '  received  422 Unprocessable Content']);
  expect(lines({ message: 'the body: expected x, received y' }, 5)).toEqual([
    '  answered  422 Unprocessable Content, but the body differs',
    '  expected  {"detail": [{…}, {"loc": ["body", "feature2"], "type":',
    '            "missing"}]}',
    '  received  {"detail": [{…}]}',
  ]);
});

test.each([
  ['numbers', Array.from({ length: 9000 }, (_, index) => index % 10)],
  ['objects', Array.from({ length: 1500 }, (_, index) => ({ a: index % 10 }))],
])('thousands of different %s are cut to fit at once', (_name, received) => {
  const expected = received.toReversed().slice(1);
  const { thrown: _thrown, ...rest } = failed;
  const lines = layoutVerdict(
    { ...verdict, checks: [{ ...rest, expected, received }], output: '' },
    { width: 70, height: 17, hintSteps: {}, isExpanded: false },
  );
  expect(lines.length).toBeLessThanOrEqual(17);
});
