import { check, expect, type HintCase, hasStatus } from '../../kit/checks.ts';
import { isAbout, isRefusal, keysOf, readReplyKeys, readSent } from '../../kit/failure-seen.ts';
import {
  anotherSuccess,
  notSentAsJson,
  refusedAValidBody,
  validationThrew,
} from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** FastAPI says 422; this exercise leaves the choice. */
const refused = expect.toBeOneOf([400, 422]);

/** Whether a value is an object that holds a text. */
const holdsText = (value: unknown) =>
  keysOf(value).some((key) => typeof Object(value)[key] === 'string');

/** Whether two objects hold nearly the same numbers. */
const isNear = (expected: unknown, received: unknown) =>
  keysOf(received).length > 0 &&
  Object.entries(Object(received)).every(
    ([key, value]) => Math.abs(Number(value) - Number(Object(expected)[key])) < 1,
  );

const answersWithAnError: HintCase = {
  id: 'error-with-status-200',
  when: (seen) =>
    hasStatus(seen, 200) &&
    readReplyKeys(seen).length > 0 &&
    !readReplyKeys(seen).some((key) => key.startsWith('feature')),
  hints: [
    'The reply has status 200, which says that all went well, whatever its body says.',
    'Where do you hand `c.json` the status of a refusal?',
    'return c.json({ detail: … }, 422); // the status is the second argument',
  ],
};

check(
  'echoes-two-numbers',
  {
    title: 'answers 200 with the two features as JSON',
    lesson: 'validation/say',
    hints: [
      'Which method and path does the task name, and what does your handler answer there?',
      'After the body is read as JSON, what do you hand to `c.json(...)`?',
      "app.post('/predict', async (c) => { const input = …; return c.json(input); })",
    ],
    cases: [
      refusedAValidBody,
      anotherSuccess,
      {
        id: 'numbers-as-text',
        when: ({ failure }) => holdsText(failure.received),
        hints: [
          'The features came as numbers and go back as text.',
          'What makes text of them: `String(…)`, `toFixed(…)`, a template string?',
          'return c.json({ feature1, feature2 }); // the numbers themselves',
        ],
      },
      {
        id: 'features-not-on-top',
        when: (seen) =>
          isAbout(seen, 'the body') &&
          readReplyKeys(seen).length > 0 &&
          !readReplyKeys(seen).includes('feature1'),
        hints: [
          '`feature1` and `feature2` must stand at the top of the JSON, not inside something else.',
          'Compare your reply with the example: which key or bracket is around the two numbers?',
          'return c.json(result.data); // not c.json({ data: result.data })',
        ],
      },
      {
        id: 'swapped',
        when: ({ failure }) => Object(failure.received).feature1 === -2,
        hints: [
          'Each number came back under the name of the other.',
          'In which order do you read the two fields, and in which do you write them?',
          'const { feature1, feature2 } = result.data; // by name, never by place',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api }) => {
    const reply = await api.post('/predict', { feature1: 1.5, feature2: -2 });
    expect(reply.status, 'the status').toBe(200);
    expect(reply.json, 'the body').toEqual({ feature1: 1.5, feature2: -2 });
    expect(readMediaType(reply), 'the content type').toBe('application/json');
  },
);

check(
  'echoes-other-numbers',
  {
    title: 'answers with the numbers of this request, zero and large ones too',
    lesson: 'validation/say',
    hints: [
      'Send it two different requests: do the replies differ?',
      'Where do the numbers in your reply come from: from the body, or from your code?',
      'const result = Input.safeParse(await c.req.json()); … return c.json(result.data);',
    ],
    cases: [
      {
        id: 'zero-is-missing',
        when: (seen) => isRefusal(seen) && readSent(seen).includes(':0,'),
        hints: [
          'A feature that is 0 is refused, and 0 is a number like any other.',
          'Which of your conditions is true for 0: `!value`, `value || …`, `value && …`?',
          "if (typeof value !== 'number') … // or let z.number() decide",
        ],
      },
      refusedAValidBody,
      {
        id: 'rounded',
        when: ({ failure: { expected, received } }) => isNear(expected, received),
        hints: [
          'The numbers come back nearly, but not quite, as they were sent.',
          'What rounds them on the way: `Math.round`, `toFixed`, `parseInt`?',
          'return c.json(result.data); // unchanged',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const first = { feature1: 0, feature2: 0.125 };
    const reply = await api.post('/predict', first);
    expect(reply.status, 'the status for a feature that is 0').toBe(200);
    expect(reply.json, 'the body').toEqual(first);
    const second = {
      feature2: random.integer(1_000_000, 9_000_000),
      feature1: random.number(-9.999, -0.001),
    };
    const other = await api.post('/predict', second);
    expect(other.status, 'the status for the second request').toBe(200);
    expect(other.json, 'the body').toEqual(second);
  },
);

check(
  'refuses-a-missing-field',
  {
    title: 'refuses a request that leaves a feature out',
    lesson: 'validation/say',
    hints: [
      'What does your schema say about a field that is not there?',
      'Who looks at the result of the validation before the handler answers?',
      'const result = Input.safeParse(body); if (!result.success) return c.json(…, 422);',
    ],
    cases: [
      validationThrew,
      answersWithAnError,
      {
        id: 'one-is-enough',
        when: (seen) =>
          hasStatus(seen, 200) && readSent(seen) !== '{}' && readReplyKeys(seen).length < 2,
        hints: [
          'A body without any feature is refused, one that has only one of the two is not.',
          'Which of your conditions asks for each feature, and is it && or || that joins them?',
          "if (typeof feature1 !== 'number' || typeof feature2 !== 'number') …",
        ],
      },
      {
        id: 'filled-in',
        when: (seen) => hasStatus(seen, 200) && readReplyKeys(seen).length === 2,
        hints: [
          'Your reply holds a feature that was never sent.',
          'Where does it come from: `.default(…)`, `?? 0`, `|| 0`?',
          'z.object({ feature1: z.number(), feature2: z.number() }) // required, no default',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const missing = [{}, { feature1: random.number(-9, 9) }, { feature2: random.number(-9, 9) }];
    for (const body of missing) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toEqual(refused);
    }
  },
);

check(
  'refuses-a-wrong-type',
  {
    title: 'refuses a feature that is not a number',
    lesson: 'validation/say',
    hints: [
      'A field that is there can still hold the wrong thing.',
      'Which type does your schema give each feature: does it let a word through?',
      'z.object({ feature1: z.number(), feature2: z.number() })',
    ],
    cases: [
      answersWithAnError,
      {
        id: 'null-passes',
        when: (seen) => hasStatus(seen, 200) && readSent(seen).includes(':null'),
        hints: [
          'null came through. JSON has it for "nothing here", and it is no number.',
          'What does your check do with null: convert it (`Number(null)` is 0), allow it, or not look?',
          'z.number() // neither z.coerce.number() nor .nullable()',
        ],
      },
      {
        id: 'list-passes',
        when: (seen) => hasStatus(seen, 200) && /:[[{]/.test(readSent(seen)),
        hints: [
          'A list or an object came through as if it were a number.',
          'Do you convert before you check? `Number([1])` is 1.',
          "typeof value === 'number' // or z.number(), which does the same",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const number = random.number(-9, 9);
    for (const wrong of [random.word(), null, [number], { value: number }]) {
      const first = await api.post('/predict', { feature1: wrong, feature2: number });
      expect(first.status, 'the status').toEqual(refused);
      const second = await api.post('/predict', { feature1: number, feature2: wrong });
      expect(second.status, 'the status').toEqual(refused);
    }
  },
);

check(
  'drops-other-fields',
  {
    title: 'leaves fields that it did not declare out of the reply',
    lesson: 'validation/say',
    hints: [
      'Which object do you send back: the one that came in, or the one that was validated?',
      'What does a Zod object do with keys that it does not know?',
      'const result = Input.safeParse(body); … return c.json(result.data); // not body',
    ],
    cases: [
      {
        id: 'refused-another-field',
        when: isRefusal,
        hints: [
          'A body with one more field is refused, and the task only wants that field left out.',
          'Is your schema strict about keys that it does not know?',
          'z.object({ … }) // drops them; z.strictObject({ … }) refuses them',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const input = { feature1: random.number(-9, 9), feature2: random.number(-9, 9) };
    const reply = await api.post('/predict', { ...input, [random.word()]: true, note: 'no' });
    expect(reply.status, 'the status').toBe(200);
    expect(reply.json, 'the body').toEqual(input);
  },
);

check(
  'refuses-what-is-not-json',
  {
    title: 'refuses a body that is not JSON',
    lesson: 'validation/say',
    hints: [
      'Reading the body can fail before there is anything to validate.',
      'What does `await c.req.json()` do when the text is cut off, and who catches it?',
      'const body = await c.req.json().catch(() => undefined); // undefined fails the schema',
    ],
    cases: [
      {
        id: 'reading-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'Reading the body threw, and nobody caught it: that is the 500.',
          'What does `await c.req.json()` do when the text is cut off?',
          'const body = await c.req.json().catch(() => undefined); // undefined fails the schema',
        ],
      },
      answersWithAnError,
    ],
  },
  async ({ api, random }) => {
    const headers = { 'content-type': 'application/json' };
    for (const body of [`{"feature1": ${random.integer(1, 99)},`, random.word()]) {
      const reply = await api.send({ method: 'POST', path: '/predict', headers, body });
      expect(reply.status, 'the status').toEqual(refused);
    }
  },
);
