import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, readSent } from '../../kit/failure-seen.ts';
import { readMediaType } from '../../kit/media-type.ts';

const shows = [
  { id: 1, show: 'Hamlet', price: 4500 },
  { id: 2, show: 'The Tempest', price: 6000 },
  { id: 3, show: 'Macbeth', price: 5200 },
];
const percentOff = { none: 0, student: 20, senior: 30 };
const ids = shows.map(({ id }) => id);

const wrongSeats = { error: 'seats must be 1 to 10' };
const unknownDiscount = { error: 'unknown discount' };
const noSuchShow = { error: 'no such show' };

/** The JSON of a reply, or its text, so that the learner sees what came when it is no JSON. */
const readBody = ({ json, body }: Reply): unknown => json ?? body;

async function expectReply(
  api: Api,
  id: string | number,
  order: unknown,
  status: number,
  body: object,
): Promise<void> {
  const reply = await api.post(`/shows/${id}/quotes`, order);
  expect(reply.status, 'the status').toBe(status);
  expect(readBody(reply), 'the body').toEqual(body);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';
const readError = ({ exchange }: FailureSeen): unknown => Object(exchange?.response?.json).error;
const readStatus = ({ exchange }: FailureSeen) => exchange?.response?.status;

const refusal = 'return c.json({ error: result.error.issues[0]?.message }, 400);';
const seatsShape = 'z.int(words).min(1, words).max(10, words)';

/** What any order may run into. */
const commonCases: HintCase[] = [
  {
    id: 'not-written',
    when: (seen) => hasStatus(seen, 501),
    hints: [
      'This is still the reply of the starter: status 501, "Not written yet".',
      'Which lines of the Express route can stay nearly as they are, and which does a schema replace?',
      'const result = Order.safeParse(body);',
    ],
  },
  {
    id: 'answers-422',
    when: (seen) => hasStatus(seen, 422),
    hints: [
      "422 is FastAPI's status. The clients of this route know 400.",
      'Which status stands behind the `error` in your reply?',
      refusal,
    ],
  },
  {
    id: 'taken',
    when: (seen) => [200, 201].some((status) => hasStatus(seen, status)),
    hints: (seen) => [
      `\`${readSent(seen)}\` was taken for an order: status ${readStatus(seen)}.`,
      'Which rule of your schema is about this value? Does the schema convert it first, or is another object used than the one it returns?',
      `seats: ${seatsShape}, discount: z.enum(['none', …])`,
    ],
  },
  {
    id: 'other-words',
    when: (seen) => isAbout(seen, 'the body') && typeof readError(seen) === 'string',
    hints: (seen) => [
      `The status is right, and the words are others: \`${readError(seen)}\`.`,
      'Who wrote this text: you, or Zod? And which of several issues do you send?',
      "z.enum([…], 'unknown discount') // words of your own, at each rule",
    ],
  },
  {
    id: 'another-shape',
    when: (seen) => isAbout(seen, 'the body') && (readStatus(seen) ?? 0) >= 400,
    hints: (seen) => [
      `The reply is to be an object with one key, \`error\`, that holds a text. What came: \`${(seen.exchange?.response?.body ?? '').slice(0, 60)}\``,
      'Do you send what Zod returned, or words of your own? Does a validator answer for you?',
      refusal,
    ],
  },
];

check(
  'quotes-as-before',
  {
    title: 'answers an order that fits with 201 and its price',
    lesson: 'flask-and-django/say',
    hints: [
      'The reply has three keys, `show`, `seats` and `total_cents`, as in the Express route.',
      'Compare the last two lines of the Express route with yours: the status, the title, the percent.',
      'return c.json({ show: show.title, seats, total_cents }, 201);',
    ],
    cases: [
      {
        id: 'another-status',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'The order was answered with 200. The Express route said 201, and a client may ask for just that.',
          'What is the second argument of your `c.json(…)`?',
          'return c.json({ … }, 201);',
        ],
      },
      {
        id: 'refused-an-order',
        when: (seen) => [400, 422].some((status) => hasStatus(seen, status)),
        hints: (seen) => [
          `\`${readSent(seen)}\` fits, and was refused.`,
          'May the discount be left out? Are keys that nobody asked for ignored? Are 1 and 10 seats within your bounds?',
          "discount: z.enum([…], …).default('none') // in z.object, which ignores other keys",
        ],
      },
      {
        id: 'another-price',
        when: (seen) => isAbout(seen, 'the body'),
        hints: (seen) => [
          `The status is right, and the body is another one than before, for \`${readSent(seen)}\`.`,
          'Is the discount taken off, in percent, and are there just three keys?',
          'const total_cents = (show.price_cents * seats * (100 - percentOff[discount])) / 100;',
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const orders = [
      { seats: 1 },
      { seats: 10, discount: 'senior' },
      { seats: random.integer(2, 9), discount: 'student' },
      { seats: random.integer(2, 9), discount: 'none', [random.word()]: random.word() },
    ];
    for (const { id, show, price } of random.shuffle(shows)) {
      for (const order of orders) {
        const { seats, discount = 'none' } = order as { seats: number; discount?: 'none' };
        const total_cents = (price * seats * (100 - percentOff[discount])) / 100;
        await expectReply(api, id, order, 201, { show, seats, total_cents });
      }
    }
  },
);

check(
  'keeps-its-refusals',
  {
    title: 'refuses with 400 and the words that the Express route had',
    lesson: 'flask-and-django/say',
    hints: [
      'The clients know two sentences and the status 400. Both must stay, to the letter.',
      'Where do your words stand: at each rule of the schema, or behind it?',
      `const words = 'seats must be 1 to 10'; … ${seatsShape}`,
    ],
    cases: commonCases,
  },
  async ({ api, random }) => {
    const id = random.pick(ids);
    for (const seats of [0, 11, -random.integer(1, 99), random.integer(12, 999)]) {
      await expectReply(api, id, { seats }, 400, wrongSeats);
    }
    const seats = random.integer(1, 10);
    for (const discount of [random.word(), '', null]) {
      await expectReply(api, id, { seats, discount }, 400, unknownDiscount);
    }
    await expectReply(api, id, {}, 400, wrongSeats);
    await expectReply(api, id, { discount: random.word(), seats: 11 }, 400, wrongSeats);
  },
);

check(
  'finds-the-show-first',
  {
    title: 'answers 404 for a show that is not there, whatever the order',
    lesson: 'flask-and-django/run',
    hints: [
      'The Express route looked for the show before it looked at the order.',
      'Does a validator run before your handler, and answer for it?',
      "const show = …; if (show === undefined) return c.json({ error: 'no such show' }, 404); // then the body",
    ],
    cases: [
      {
        id: 'order-before-show',
        when: (seen) => [400, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'There is no such show, and the reply is about the order, or about the form of the id.',
          'Which is asked first: a validator in front of your handler, the schema, or the list of shows?',
          'Look for the show first, then call `Order.safeParse(…)` in the handler.',
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    for (const id of [random.integer(4, 999), 0, random.word()]) {
      await expectReply(api, id, { seats: 2 }, 404, noSuchShow);
      await expectReply(api, id, { seats: 0 }, 404, noSuchShow);
      await expectReply(api, id, { seats: 2, discount: random.word() }, 404, noSuchShow);
    }
  },
);

check(
  'reads-the-whole-id',
  {
    title: 'answers 404 for an id that only begins like one (hole 1)',
    lesson: 'flask-and-django/run',
    hints: [
      'The id is all that stands between the slashes, not the digits that it begins with.',
      'What do `parseInt("1abc")` and `Number("0x1")` return?',
      "shows.find(({ id }) => String(id) === c.req.param('show_id'))",
    ],
    cases: [
      {
        id: 'beginning-is-enough',
        when: (seen) => hasStatus(seen, 201) || hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readPath(seen)}\` was found, and no show has this id.`,
          'What makes a number of the text, and what does it do with the rest of it?',
          "String(id) === c.req.param('show_id') // no conversion, no surprise",
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const id = random.pick(ids);
    for (const text of [`${id}${random.word(3)}`, `${id}.5`, `0x${id}`, `${id},5`]) {
      await expectReply(api, text, { seats: 2 }, 404, noSuchShow);
    }
  },
);

check(
  'sells-whole-seats',
  {
    title: 'refuses seats that are no whole number (hole 2)',
    lesson: 'flask-and-django/run',
    hints: [
      'A seat is sold whole, and a text is no number, though `*` makes one of it.',
      'Does your schema ask for a whole number, and does it leave text as text?',
      seatsShape,
    ],
    cases: commonCases,
  },
  async ({ api, random }) => {
    const half = random.integer(1, 9) + 0.5;
    for (const seats of [half, String(random.integer(1, 9)), true, [2], null, '']) {
      await expectReply(api, random.pick(ids), { seats }, 400, wrongSeats);
    }
  },
);

check(
  'knows-three-discounts',
  {
    title: 'refuses discounts that only look like one (hole 3)',
    lesson: 'flask-and-django/run',
    hints: [
      'Every object has a `toString`, also `percentOff`. A key of an object is always text: a list becomes one.',
      'Who decides which discounts there are: a list of three, or whether something is found?',
      "z.enum(['none', 'student', 'senior'], 'unknown discount')",
    ],
    cases: commonCases,
  },
  async ({ api, random }) => {
    const seats = random.integer(1, 10);
    const inherited = random.shuffle(['toString', 'constructor', 'valueOf', '__proto__']);
    for (const discount of [...inherited, ['student'], 'Student', 0]) {
      await expectReply(api, random.pick(ids), { seats, discount }, 400, unknownDiscount);
    }
  },
);

check(
  'survives-any-body',
  {
    title: 'answers 400 to what is no JSON object (hole 4)',
    lesson: 'flask-and-django/defend',
    hints: [
      'No body, broken JSON, null, a list: a 400 with an `error` that holds a text.',
      'What does `await c.req.json()` do when there is nothing to read, and what comes out of your schema for null?',
      "const body = await c.req.json().catch(() => undefined); … z.object({ … }, 'the body is no JSON object')",
    ],
    cases: [
      {
        id: 'body-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: (seen) => [
          readSent(seen) === ''
            ? 'There was no body, and your handler threw: `c.req.json()` throws when there is nothing to read.'
            : `Your handler threw at the body \`${readSent(seen)}\`.`,
          'Who catches what `c.req.json()` throws, and is the schema asked before you take the body apart?',
          'const body: unknown = await c.req.json().catch(() => undefined);',
        ],
      },
      {
        id: 'no-text-in-error',
        when: (seen) => isAbout(seen, '`error`') || isAbout(seen, 'the content type'),
        hints: [
          'The status is right. The body is to be JSON, an object with one key, `error`, that holds a text.',
          'Does somebody else answer before you, in words of their own, such as a validator or an HTTPException?',
          refusal,
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const bodies = ['null', '[]', `[{"seats": 2}]`, `"${word}"`, '2', '{"seats": 2', word];
    for (const body of [...random.shuffle(bodies), undefined]) {
      const reply = await api.send({
        method: 'POST',
        path: `/shows/${random.pick(ids)}/quotes`,
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect(reply.status, 'the status').toBe(400);
      expect(readMediaType(reply), 'the content type').toBe('application/json');
      expect(reply.json, '`error`').toEqual({ error: expect.stringMatching(/\S/) });
    }
  },
);
