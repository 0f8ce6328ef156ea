import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { readEntries } from '../../kit/error-list.ts';
import { isAbout, isRefusal, readSent } from '../../kit/failure-seen.ts';
import { readMediaType } from '../../kit/media-type.ts';

type Key = 'name' | 'seats';
type Entry = { type: string; loc: string[]; input: unknown };

const entry = (type: string, key: Key, input: unknown): Entry => {
  return { type, loc: ['body', key], input };
};

/** `detail` with the three keys asked for of each entry; else what came. */
function readThree({ json, body }: Reply): unknown {
  const detail: unknown = Object(json).detail;
  if (!Array.isArray(detail)) return json ?? body;
  const entries = detail.map((one) => {
    if (typeof one !== 'object' || one === null) return one;
    const { type, loc, input } = one;
    return { type, loc, input };
  });
  return { detail: entries };
}

async function expectErrors(api: Api, body: object, ...detail: Entry[]): Promise<void> {
  const reply = await api.post('/quotes', body);
  expect(reply.status, 'the status').toBe(422);
  expect(readThree(reply), 'the body').toEqual({ detail });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

async function expectQuote(api: Api, name: string, seats: number): Promise<void> {
  const reply = await api.post('/quotes', { name, seats });
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toMatchObject({
    name,
    seats,
    total_cents: seats * 4500,
  });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** The entries that the check asked for. */
const readWanted = ({ failure }: FailureSeen): Entry[] => {
  const { detail } = Object(failure.expected);
  return Array.isArray(detail) ? detail : [];
};

/** The first entry about the right field that has another type. */
function findOtherType(seen: FailureSeen) {
  const came = readEntries(seen);
  const place = readWanted(seen).findIndex(
    ({ type, loc }, at) => String(came[at]?.loc) === String(loc) && came[at]?.type !== type,
  );
  return place < 0 ? undefined : { wanted: readWanted(seen)[place], came: came[place]?.type };
}

const listShape =
  "return Response.json({ detail: [{ type, loc: ['body', key], input }] }, { status: 422 });";

/** What any bad order may run into. */
const listCases: HintCase[] = [
  {
    id: 'taken',
    when: (seen) => hasStatus(seen, 200),
    hints: (seen) => [
      `\`${readSent(seen)}\` was taken for an order, with status 200.`,
      'Which line should have stopped it, and is it true for this value?',
      'if (typeof name !== …) … // the table in the task has a line for it',
    ],
  },
  {
    id: 'answers-400',
    when: (seen) => hasStatus(seen, 400),
    hints: [
      'The order is refused, with 400. FastAPI gives 422 to whatever fails validation.',
      'Which status do you hand to `Response.json`?',
      listShape,
    ],
  },
  {
    id: 'no-list-in-detail',
    when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length === 0,
    hints: [
      'The reply must be an object with a list in `detail`.',
      'What stands under `detail` now: a sentence, an object, nothing? Is the list at the top?',
      listShape,
    ],
  },
  {
    id: 'one-entry-missing',
    when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length < readWanted(seen).length,
    hints: [
      'Two fields are wrong, and the list has one entry.',
      'Do you answer as soon as you find the first error? Where do you keep it until you have looked at both?',
      'const errors = []; … errors.push(…); … if (errors.length > 0) return …;',
    ],
  },
  {
    id: 'too-many-entries',
    when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length > readWanted(seen).length,
    hints: [
      'There are more entries than fields that are wrong. A field has one, for the first thing that is wrong with it.',
      'Do you go on to the next question about a field when an earlier one has failed?',
      'if (…) errors.push(…); else if (…) errors.push(…);',
    ],
  },
  {
    id: 'another-type',
    when: (seen) => isAbout(seen, 'the body') && findOtherType(seen) !== undefined,
    hints: (seen) => {
      const { wanted, came } = findOtherType(seen) ?? {};
      const value = JSON.stringify(wanted?.input);
      const asked = wanted?.type === 'missing' ? 'A key that is not there' : `\`${value}\``;
      return [
        `${asked} is \`${wanted?.type}\`, and your entry says \`${came}\`.`,
        'In which order do you ask: is it there, has it the right type, is it within bounds?',
        `{ type: '${wanted?.type}', loc: …, input: … }`,
      ];
    },
  },
  {
    id: 'another-place-or-input',
    when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length > 0,
    hints: [
      'The entries are there. Compare `loc` and `input` with the table, letter by letter.',
      'Is `name` before `seats`, `loc` a list of two texts, and `input` the value as it was sent, or the whole body where the key is not there?',
      "{ type: 'missing', loc: ['body', key], input: body }",
    ],
  },
];

check(
  'answers-orders',
  {
    title: 'answers an order that fits with 200 and its price',
    lesson: 'flask-and-django/see',
    hints: [
      'The reply holds the name and the seats as they came, and `total_cents`: 4500 for each seat.',
      'What did the starter answer here, and what has changed?',
      'return Response.json({ name, seats, total_cents: seats * 4500 });',
    ],
    cases: [
      {
        id: 'refused-an-order',
        when: isRefusal,
        hints: (seen) => [
          `\`${readSent(seen)}\` fits, and was refused.`,
          'Are 1 and 10 seats allowed by your bounds, and names of 2 and of 20 characters?',
          'if (seats < 1) …; if (seats > 10) …; // both bounds belong to it',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    await expectQuote(api, random.word(), random.integer(2, 9));
    await expectQuote(api, random.word(2), 1);
    await expectQuote(api, random.word(20), 10);
  },
);

check(
  'reports-missing-keys',
  {
    title: 'reports a key that is not there, with the whole body as input',
    lesson: 'validation/say',
    hints: [
      'A key that is not there has no value, so `input` is what it is missing from.',
      'How do you tell a key that is not there from one whose value is null?',
      "if (!('name' in body)) … { type: 'missing', loc: ['body', 'name'], input: body }",
    ],
    cases: listCases,
  },
  async ({ api, random }) => {
    const name = random.word();
    await expectErrors(api, { name }, entry('missing', 'seats', { name }));
    const seats = random.integer(1, 10);
    await expectErrors(api, { seats }, entry('missing', 'name', { seats }));
  },
);

check(
  'checks-the-name',
  {
    title: 'reports a name that is no text, too short or too long',
    lesson: 'flask-and-django/see',
    hints: [
      'Three questions in this order: is it text, has it 2 characters, has it no more than 20?',
      'What has a `length` besides text, and what is the length of an emoji?',
      "if (typeof name !== 'string') …; else if ([...name].length < 2) …; else if ([...name].length > 20) …",
    ],
    cases: [
      {
        id: 'counts-code-units',
        when: (seen) => readSent(seen).includes('🎭') && (hasStatus(seen, 200) || isRefusal(seen)),
        hints: [
          '`length` counts the halves of an emoji: 🎭 has length 2, and is one character.',
          'What counts characters, as Python does?',
          '[...name].length',
        ],
      },
      ...listCases,
    ],
  },
  async ({ api, random }) => {
    const seats = random.integer(1, 10);
    const report = (type: string, name: unknown) =>
      expectErrors(api, { name, seats }, entry(type, 'name', name));
    const word = random.word();
    for (const name of [random.integer(10, 99), null, [word, word], true]) {
      await report('string_type', name);
    }
    for (const name of [random.word(1), '']) await report('string_too_short', name);
    for (const name of [random.word(21), random.word(60)]) await report('string_too_long', name);
    await report('string_too_short', '🎭');
    await expectQuote(api, '🎭'.repeat(11), seats);
  },
);

check(
  'takes-whole-numbers-only',
  {
    title: 'reports seats that are no whole number as int_type',
    lesson: 'flask-and-django/run',
    hints: [
      'Half a seat is a number and no whole one; `"2"` and true are no numbers, though JavaScript calculates with them.',
      'What does `typeof` say of 2.5, and what does `"2" < 1` do?',
      'if (!Number.isInteger(seats)) … // false for text, true and null as well',
    ],
    cases: [
      {
        id: 'no-whole-number-taken',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readSent(seen)}\` was taken, and its seats are no whole number.`,
          'Which of your questions is about the type? 2.5 is a number to `typeof`, and `<` makes one of "2" and of true.',
          'if (!Number.isInteger(seats)) …',
        ],
      },
      ...listCases,
    ],
  },
  async ({ api, random }) => {
    const name = random.word();
    const half = random.integer(1, 8) + 0.5;
    const text = String(random.integer(1, 9));
    for (const seats of [half, text, null, [2], true, '', { seats: 2 }]) {
      await expectErrors(api, { name, seats }, entry('int_type', 'seats', seats));
    }
  },
);

check(
  'keeps-to-the-bounds',
  {
    title: 'reports fewer than 1 and more than 10 seats',
    lesson: 'flask-and-django/see',
    hints: [
      '0 and less is `greater_than_equal`, the rule that is broken; 11 and more is `less_than_equal`.',
      'What does your code do with 0: is it `!seats`?',
      "if (seats < 1) … 'greater_than_equal'; else if (seats > 10) … 'less_than_equal'",
    ],
    cases: listCases,
  },
  async ({ api, random }) => {
    const name = random.word();
    for (const seats of [0, random.integer(-99, -1)]) {
      await expectErrors(api, { name, seats }, entry('greater_than_equal', 'seats', seats));
    }
    for (const seats of [11, random.integer(12, 1e6)]) {
      await expectErrors(api, { name, seats }, entry('less_than_equal', 'seats', seats));
    }
  },
);

check(
  'lists-both-at-once',
  {
    title: 'lists all errors in one reply, name before seats',
    lesson: 'validation/say',
    hints: [
      'A caller wants to know everything that is wrong, not the first of it.',
      'Where does your function return: at the first error, or after it has looked at both?',
      'const errors = []; … if (errors.length > 0) return Response.json({ detail: errors }, { status: 422 });',
    ],
    cases: listCases,
  },
  async ({ api, random }) => {
    await expectErrors(api, {}, entry('missing', 'name', {}), entry('missing', 'seats', {}));
    const [name, seats] = [random.word(1), random.integer(11, 99)];
    const short = entry('string_too_short', 'name', name);
    const many = entry('less_than_equal', 'seats', seats);
    await expectErrors(api, { seats, name }, short, many);
    const body = { seats };
    await expectErrors(api, body, entry('missing', 'name', body), many);
    await expectErrors(
      api,
      { seats: null, name: null },
      entry('string_type', 'name', null),
      entry('int_type', 'seats', null),
    );
  },
);

check(
  'survives-any-body',
  {
    title: 'answers 422 to what is no JSON object at all',
    lesson: 'validation/run',
    hints: [
      'Before a field can be wrong there has to be an object. What comes may be nothing, no JSON, null, a list.',
      'Which of these does `request.json()` throw at, and which does it return?',
      "const body = await request.json().catch(() => null); if (typeof body !== 'object' || body === null || Array.isArray(body)) …",
    ],
    cases: [
      {
        id: 'body-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: (seen) => [
          readSent(seen) === ''
            ? 'There was no body, and your function threw: `request.json()` throws when there is nothing to read.'
            : `Your function threw at the body \`${readSent(seen)}\`.`,
          'Who catches what `request.json()` throws, and what does `in`, or taking a value apart, do with null and with text?',
          "const body: unknown = await request.json().catch(() => null); if (typeof body !== 'object' || body === null) return …;",
        ],
      },
      ...listCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const values = [null, [], word, random.integer(1, 9), true];
    const bodies = [...values.map((value) => JSON.stringify(value)), `{"name": "${word}", `, word];
    for (const body of [...random.shuffle(bodies), undefined]) {
      const headers = { 'content-type': 'application/json' };
      const reply = await api.send({ method: 'POST', path: '/quotes', headers, body });
      expect(reply.status, 'the status').toBe(422);
    }
  },
);
