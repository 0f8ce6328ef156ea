import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Random,
  type Reply,
} from '../../kit/checks.ts';
import { readEntries } from '../../kit/error-list.ts';
import { isAbout, isRefusal, readSent } from '../../kit/failure-seen.ts';
import { anotherSuccess } from '../../kit/likely-cases.ts';

type Row = [number, number];

/** The class that the model of the starter gives to a row. */
const classify = ([feature1, feature2]: Row) => (feature1 > feature2 ? 1 : 0);

/** Rows of both classes, no two of them alike and none with a 0. */
function drawRows(random: Random, count: number): Row[] {
  const rows = Array.from({ length: count }, (_, index): Row => {
    const low = random.number(-9, -1) - index;
    return index % 2 === 0 ? [low, random.number(1, 9)] : [random.number(1, 9), low];
  });
  return random.shuffle(rows);
}

async function expectPredictions(api: Api, rows: Row[]): Promise<void> {
  const reply = await api.post('/predict-batch', { rows });
  expect(reply.status, 'the status').toBe(200);
  const predictions = rows.map(classify);
  expect(reply.json ?? reply.body, 'the body').toMatchObject({ predictions });
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The rows that `detail` names, each once and in order; a `loc` that names none comes as it is. */
function readNamedRows({ json }: Pick<Reply, 'json'>): unknown {
  const { detail } = Object(json);
  if (!Array.isArray(detail)) return detail ?? json;
  const rows = new Set(
    detail.map((entry) => {
      const { loc } = Object(entry);
      const [place, list, row] = listOf(loc);
      return place === 'body' && list === 'rows' && row !== undefined ? row : (loc ?? entry);
    }),
  );
  return [...rows].sort((one, other) => Number(one) - Number(other));
}

async function expectNamed(api: Api, rows: unknown[], bad: number[]): Promise<void> {
  const reply = await api.post('/predict-batch', { rows });
  expect(reply.status, 'the status').toBe(422);
  const sorted = [...bad].sort((one, other) => one - other);
  expect(readNamedRows(reply), 'the rows that `detail` names').toEqual(sorted);
}

/** How many rows were sent. */
const countSent = (seen: FailureSeen) =>
  listOf(Object(JSON.parse(readSent(seen) || '{}')).rows).length;

const readReceived = ({ failure }: FailureSeen) => listOf(failure.received);
const readExpected = ({ failure }: FailureSeen) => listOf(failure.expected);
const isAboutRows = (seen: FailureSeen) => isAbout(seen, 'the rows that `detail` names');
const hasLocs = (seen: FailureSeen) => readEntries(seen).some(({ loc }) => Array.isArray(loc));

const shape = "result.error.issues.map(({ path }) => ({ loc: ['body', ...path], … }))";

const notWritten: HintCase = {
  id: 'not-written',
  when: (seen) => hasStatus(seen, 501),
  hints: [
    'This is still the reply of the starter: status 501, "not written yet".',
    'What is a row in the schema, and what does the route send when the body fits?',
    'if (result.success) return c.json({ predictions: predict(result.data.rows) });',
  ],
};

const refusedGoodRows: HintCase = {
  id: 'refused-good-rows',
  when: isRefusal,
  hints: (seen) => [
    `A batch of good rows was refused. It has ${countSent(seen)} of them.`,
    'Is a bound off by one, does a test take 0 for a value that is not there, or is a row something else than a list of two numbers?',
    'z.array(z.array(z.number()).length(2)).min(1).max(100)',
  ],
};

const readPredictions = (value: unknown) => listOf(Object(value).predictions);

const notAsMany: HintCase = {
  id: 'not-as-many',
  when: ({ failure }) =>
    readPredictions(failure.received).length !== readPredictions(failure.expected).length,
  hints: [
    'There are not as many predictions as rows, or there is no list under `predictions`.',
    'Is one element taken from the result, are rows collected under a key, where equal ones are one, or is the key missing?',
    'return c.json({ predictions: predict(result.data.rows) }); // all rows, all classes',
  ],
};

/** A batch with a bad row got another reply than a 422 that names it. */
const namingCases: HintCase[] = [
  {
    id: 'predicted-all-the-same',
    when: (seen) => hasStatus(seen, 200),
    hints: [
      'One of the rows is no list of two numbers, and the batch was answered with 200.',
      'What does your schema ask of each row, and is a row that does not fit changed or left out on the way?',
      'z.array(z.number()).length(2) // for a row',
    ],
  },
  {
    id: 'refused-with-400',
    when: (seen) => hasStatus(seen, 400),
    hints: [
      'The batch was refused, with 400. FastAPI answers 422 to a body that does not fit.',
      'Which status stands behind the body in your `c.json(…)`? Does a validator choose it for you?',
      'return c.json({ detail }, 422);',
    ],
  },
  {
    id: 'entries-without-loc',
    when: (seen) => isAboutRows(seen) && !hasLocs(seen),
    hints: [
      'The reply must have a list in `detail`, and its entries a list under `loc`, which says what is meant.',
      'What do you send under `detail`? Zod calls the list `path`: do you give it its other name, and keep it a list?',
      `const detail = ${shape};`,
    ],
  },
  {
    id: 'loc-without-the-body',
    when: (seen) => isAboutRows(seen) && readEntries(seen).some(({ loc }) => loc?.[0] !== 'body'),
    hints: [
      'A `loc` begins with the place in the request: here `"body"`.',
      "Zod's `path` begins inside the body. What do you put before it?",
      `const detail = ${shape};`,
    ],
  },
  {
    id: 'row-as-text',
    when: (seen) => isAboutRows(seen) && readReceived(seen).some((row) => typeof row === 'string'),
    hints: [
      'The number of the row came as a text, and a client compares it with an index.',
      'What do you do with the steps of `path`: `map(String)`, `join`, `Object.keys`?',
      "loc: ['body', ...path] // as they are",
    ],
  },
  {
    id: 'no-row-in-loc',
    when: (seen) => isAboutRows(seen) && readReceived(seen).some((row) => Array.isArray(row)),
    hints: [
      'An entry points to something wrong, but not into one of the rows.',
      'Does its `loc` go on after `"rows"`, with the number of the row?',
      `const detail = ${shape};`,
    ],
  },
  {
    id: 'counts-from-one',
    when: (seen) =>
      isAboutRows(seen) &&
      readReceived(seen).length === readExpected(seen).length &&
      readReceived(seen).every((row, index) => Number(row) - 1 === readExpected(seen)[index]),
    hints: [
      'Each number is one too high: rows are counted from 0, as in `rows[0]`.',
      'Where do you add the 1?',
      "loc: ['body', ...path] // as they are",
    ],
  },
  {
    id: 'not-all-rows',
    when: (seen) => isAboutRows(seen) && readReceived(seen).length < readExpected(seen).length,
    hints: [
      'Some bad rows are named, others are not.',
      'Does your code stop at the first bad row: `issues[0]`, `find`, a `return` inside the loop?',
      `const detail = ${shape}; // each issue`,
    ],
  },
];

check(
  'predicts-each-row',
  {
    title: 'answers 200 with one prediction for each row, in the order of the rows',
    lesson: 'predict/see',
    hints: [
      'Under `predictions` there is one class for each row, as the model gave it, and the first belongs to the first row.',
      'What do you hand to `predict`, and what do you take from its result?',
      'return c.json({ predictions: predict(result.data.rows) });',
    ],
    cases: [notWritten, refusedGoodRows, notAsMany, anotherSuccess],
  },
  async ({ api, random }) => {
    await expectPredictions(api, [
      [1.5, 2.5],
      [3, -1],
    ]);
    await expectPredictions(api, drawRows(random, random.integer(6, 12)));
  },
);

check(
  'takes-any-good-batch',
  {
    title: 'takes 1 row and 100 rows, equal rows, zeros and equal features',
    lesson: 'predict/see',
    hints: [
      'One row is a batch, a hundred rows are one, and the same row may come twice.',
      'What do you ask of the rows besides being lists of two numbers?',
      'z.array(Row).min(1).max(100)',
    ],
    cases: [refusedGoodRows, notAsMany],
  },
  async ({ api, random }) => {
    await expectPredictions(api, drawRows(random, 1));
    await expectPredictions(api, [
      [0, 2],
      [2, 0],
      [2, 0],
      [0, 0],
      [-0.5, -0.5],
    ]);
    await expectPredictions(api, drawRows(random, 100));
  },
);

check(
  'names-the-bad-row',
  {
    title: 'answers 422 and names the row that holds something else than numbers',
    lesson: 'predict/run',
    hints: [
      'One value in one row is no number. The reply has status 422, and `loc` leads to that row.',
      "What is the `path` of Zod's issue, and what does the task put before it?",
      `const detail = ${shape};`,
    ],
    cases: namingCases,
  },
  async ({ api, random }) => {
    for (const value of [random.word(), null, [1], { value: 2 }]) {
      const rows: unknown[] = drawRows(random, random.integer(4, 8));
      const bad = random.integer(1, rows.length - 1);
      rows[bad] = random.shuffle([value, random.number(1, 9)]);
      await expectNamed(api, rows, [bad]);
    }
  },
);

check(
  'counts-the-values',
  {
    title: 'names a row that has not exactly two values, or is no list',
    lesson: 'predict/run',
    hints: [
      'A row is a list of two. One value is too few for the model, and a third one would be ignored in silence.',
      'Which part of your schema says how long a row is?',
      'z.array(z.number()).length(2)',
    ],
    cases: namingCases,
  },
  async ({ api, random }) => {
    const value = random.number(1, 9);
    const others = [[value], [value, 1, 2], [], value, null, { feature1: value, feature2: 1 }];
    for (const row of random.shuffle<unknown>(others)) {
      const rows: unknown[] = drawRows(random, random.integer(4, 8));
      const bad = random.integer(1, rows.length - 1);
      rows[bad] = row;
      await expectNamed(api, rows, [bad]);
    }
  },
);

check(
  'names-all-bad-rows',
  {
    title: 'names all bad rows at once, and no good one',
    lesson: 'predict/run',
    hints: [
      'Whoever sends a batch wants to mend it in one go: every bad row is named, and only those.',
      'How many issues does Zod give you, and how many entries do you send?',
      `const detail = ${shape}; // each issue`,
    ],
    cases: namingCases,
  },
  async ({ api, random }) => {
    const rows: unknown[] = drawRows(random, random.integer(7, 12));
    const bad = random.shuffle(rows.map((_, index) => index)).slice(0, 3);
    const [first = 0, second = 1, third = 2] = bad;
    rows[first] = [random.word(), 1];
    rows[second] = [1, null];
    rows[third] = [random.word(), random.word()];
    await expectNamed(api, rows, bad);
  },
);

check(
  'bounds-the-batch',
  {
    title: 'answers 422 with loc ["body", "rows"] to no rows, more than 100, or no list',
    lesson: 'predict/see',
    hints: [
      'The rows are a list of 1 to 100. An error about the list as a whole has the `loc` of the list.',
      'Which bounds does your schema have, and what is the `path` of the issue then?',
      'z.array(Row).min(1).max(100)',
    ],
    cases: [
      {
        id: 'took-any-number',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`rows\` has ${countSent(seen)} rows here, and the batch was answered with 200.`,
          'Does the schema bound the list from below and from above, and does nothing shorten it first?',
          'z.array(Row).min(1).max(100)',
        ],
      },
      ...namingCases.filter(({ id }) => id === 'refused-with-400'),
      {
        id: 'no-loc-of-the-list',
        when: (seen) => isAbout(seen, 'the `loc`'),
        hints: [
          'The batch was refused, but no entry of `detail` has the `loc` of the list.',
          'What do your entries have under `loc`: is it `["body", "rows"]`, a list of these two texts?',
          `const detail = ${shape};`,
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const bodies = [
      { rows: [] },
      { rows: drawRows(random, 101) },
      { rows: drawRows(random, random.integer(120, 150)) },
      {},
      { rows: null },
      { rows: { 0: [1, 2] } },
    ];
    for (const body of bodies) {
      const reply = await api.post('/predict-batch', body);
      expect(reply.status, 'the status').toBe(422);
      const locs = listOf(Object(reply.json).detail).map((entry) => Object(entry).loc ?? null);
      const isNamed = locs.some((loc) => JSON.stringify(loc) === '["body","rows"]');
      expect(isNamed ? ['body', 'rows'] : locs, 'the `loc`').toEqual(['body', 'rows']);
    }
  },
);
