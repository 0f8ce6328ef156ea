import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Random,
} from '../../kit/checks.ts';
import { isAbout, isRefusal, keysOf, readReplyKeys, readSent } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson, validationThrew } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

type Section = 'stalls' | 'balcony' | 'box';
type Ticket = {
  event: string;
  section: Section;
  seats: number;
  email: string | null;
  student: boolean;
  extras: Record<string, number>;
};
const prices: Record<Section, number> = { stalls: 40, balcony: 25, box: 90 };
const sections: Section[] = ['stalls', 'balcony', 'box'];

/** Sends a body and wants this ticket back with its price; keys beside the two are free. */
async function expectTicket(api: Api, body: object, ticket: Ticket): Promise<void> {
  const reply = await api.post('/tickets', body);
  expect(reply.status, 'the status').toBe(200);
  const { ticket: received, total } = Object(reply.json);
  expect(received ?? reply.json ?? reply.body, 'the ticket').toEqual(ticket);
  expect(total, 'the total').toBe(prices[ticket.section] * ticket.seats);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

async function expectRefusal(api: Api, body: unknown): Promise<void> {
  const reply = await api.post('/tickets', body);
  expect(reply.status, 'the status').toBe(422);
}

const drawTicket = (random: Random): Ticket => ({
  event: random.word(),
  section: random.pick(sections),
  seats: random.integer(1, 9),
  email: `${random.word()}@example.com`,
  student: true,
  extras: { [random.word()]: random.integer(1, 99) },
});

/** The object without one of its keys. */
const without = (ticket: object, key: string) =>
  Object.fromEntries(Object.entries(ticket).filter(([name]) => name !== key));

/** What was sent, as JSON. */
const readBody = (seen: FailureSeen) => Object(JSON.parse(readSent(seen) || '{}'));
const readTicket = ({ exchange }: FailureSeen) => Object(exchange?.response?.json).ticket;

const refused: HintCase = {
  id: 'refused-a-good-ticket',
  when: isRefusal,
  hints: [
    'Nothing is wrong with this ticket, and it was refused.',
    'Look at what was sent, key by key: what does your schema ask that the task does not?',
    'z.object({ …, email: z.string().nullable(), student: ….default(false), extras: ….default({}) })',
  ],
};

/** Refused when its event or email was an empty text: in every other ticket both have letters. */
const refusedAnEmptyText: HintCase = {
  id: 'refused-an-empty-text',
  when: (seen) => isRefusal(seen) && [readBody(seen).event, readBody(seen).email].includes(''),
  hints: [
    'This ticket holds an empty text, and was refused. The task takes any text.',
    'What does your schema ask of a text besides that it is one: a length, the form of an address?',
    'event: z.string(), email: z.string().nullable() // nothing more',
  ],
};

const changed: HintCase = {
  id: 'value-changed',
  when: (seen) => isAbout(seen, 'the ticket') && keysOf(readTicket(seen)).length === 6,
  hints: (seen) => {
    const ticket = readTicket(seen);
    const isOther = ([key, value]: [string, unknown]) =>
      JSON.stringify(value) !== JSON.stringify(ticket[key]);
    const [key] = Object.entries(Object(seen.failure.expected)).find(isOther) ?? ['a key'];
    return [
      `\`${key}\` came back with another value than it has to have.`,
      'What does your schema make of it? `trim` cuts, a coercion converts, and `z.object({})` drops every key.',
      'z.string(), z.int(), z.record(z.string(), z.int()) // keep what they take',
    ];
  },
};

const noTicket: HintCase = {
  id: 'no-ticket',
  when: (seen) => isAbout(seen, 'the ticket') && !readReplyKeys(seen).includes('ticket'),
  hints: [
    'The reply has no key `ticket`.',
    'Which two keys does the example have at the top?',
    'return c.json({ ticket, total: addUp(ticket) });',
  ],
};

const wrongTotal: HintCase = {
  id: 'wrong-total',
  when: (seen) => isAbout(seen, 'the total'),
  hints: [
    '`total` is not the price of the section times the seats.',
    'Is it a number, and does it use both of them?',
    'prices[ticket.section] * ticket.seats',
  ],
};

const goodCases = [
  refusedAnEmptyText,
  refused,
  validationThrew,
  noTicket,
  changed,
  wrongTotal,
  notSentAsJson,
  anotherSuccess,
];

const isWhole = Number.isInteger;
const isText = (value: unknown) => typeof value === 'string';

/** Whether a value has the type that the model names, key by key. */
const fits: Record<string, (value: unknown) => boolean> = {
  event: isText,
  section: (value) => sections.some((section) => section === value),
  seats: (value) => isWhole(value) && Number(value) >= 1,
  email: (value) => value === null || isText(value),
  student: (value) => value === undefined || typeof value === 'boolean',
  extras: (value = {}) =>
    Object.prototype.toString.call(value) === '[object Object]' &&
    Object.values(Object(value)).every(isWhole),
};

/** What is wrong with the body that was sent. */
function describeMisfit(seen: FailureSeen): string {
  const body = readBody(seen);
  const [key] = Object.entries(fits).find(([name, isFine]) => !isFine(body[name])) ?? [];
  if (Array.isArray(body) || key === undefined) return 'This body is no object';
  if (!(key in body)) return `\`${key}\` was not sent`;
  return `\`${key}\` was \`${JSON.stringify(body[key])}\``;
}

const taken: HintCase = {
  id: 'taken-as-it-was',
  when: (seen) => hasStatus(seen, 200),
  hints: (seen) => [
    `${describeMisfit(seen)}, and the answer was 200.`,
    'Which line looks at it when the program runs? A cast does not, and a coercion makes something of nearly everything.',
    'const result = Ticket.safeParse(body); if (!result.success) return c.json({ … }, 422);',
  ],
};

const refusedOtherwise: HintCase = {
  id: 'refused-otherwise',
  when: (seen) => hasStatus(seen, 400),
  hints: [
    'It was refused, with 400. The task asks for 422, as FastAPI answers.',
    'Who chose 400: you, or a validator that answers for you?',
    'return c.json({ detail: … }, 422); // the status is the second argument',
  ],
};

const refusedWithSuccess: HintCase = {
  id: 'refused-with-200',
  when: (seen) => hasStatus(seen, 200) && !readReplyKeys(seen).includes('ticket'),
  hints: [
    'This body was refused, to go by the reply, and the status says 200: that all went well.',
    'Where does the status go in `c.json(…)`? Without one it is 200.',
    'return c.json({ detail: … }, 422); // the status is the second argument',
  ],
};

const badCases = [refusedWithSuccess, taken, refusedOtherwise, validationThrew];

check(
  'answers-with-the-ticket',
  {
    title: 'answers a whole ticket with 200, the ticket and its total',
    lesson: 'types/see',
    hints: [
      'The ticket comes back with its six keys, and `total` beside it.',
      'Which key of the ticket is another one than it was when it was sent?',
      'return c.json({ ticket, total: addUp(ticket) });',
    ],
    cases: goodCases,
  },
  async ({ api, random }) => {
    for (const section of random.shuffle(sections)) {
      const ticket = { ...drawTicket(random), section };
      await expectTicket(api, ticket, ticket);
    }
    const odd = { ...drawTicket(random), event: ` ${random.word()} é `, email: '', extras: {} };
    await expectTicket(api, odd, odd);
    const nameless = { ...drawTicket(random), event: '' };
    await expectTicket(api, nameless, nameless);
    const extras = { [random.word()]: 0, [random.word()]: -random.integer(1, 99) };
    const large = { ...drawTicket(random), seats: random.integer(1000, 9000), extras };
    await expectTicket(api, large, large);
  },
);

check(
  'fills-in-the-defaults',
  {
    title: 'fills in what was left out: no student, no extras',
    lesson: 'types/say',
    hints: [
      '`student` and `extras` may be left out, and the reply has them all the same.',
      'Do you answer with what was sent, or with what came out of the schema?',
      'student: z.boolean().default(false), extras: ….default({}) // and answer with result.data',
    ],
    cases: [
      ...goodCases,
      {
        id: 'default-left-out',
        when: (seen) => isAbout(seen, 'the ticket') && keysOf(readTicket(seen)).length < 6,
        hints: [
          'The ticket has fewer than six keys: what was not sent is not there.',
          'Does your schema have a default for it, and do you answer with `result.data`? `.optional()` fills in nothing.',
          'const ticket = result.data; // not the body',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const ticket = drawTicket(random);
    await expectTicket(api, without(ticket, 'student'), { ...ticket, student: false });
    await expectTicket(api, without(ticket, 'extras'), { ...ticket, extras: {} });
  },
);

check(
  'drops-what-it-does-not-know',
  {
    title: 'takes keys that the model does not have, and drops them',
    lesson: 'types/run',
    hints: [
      'A key that the model does not have is no error, and it does not come back.',
      'What is in your `ticket`: the result of the schema, or something of the body as well?',
      'z.object({ … }) // drops other keys; z.looseObject keeps them, z.strictObject refuses them',
    ],
    cases: [
      {
        id: 'unknown-key-refused',
        when: isRefusal,
        hints: [
          'This ticket has keys that the model does not have, and was refused for them.',
          'Is your schema a strict one?',
          'z.object({ … }) // drops other keys',
        ],
      },
      ...goodCases,
      {
        id: 'unknown-key-kept',
        when: (seen) => isAbout(seen, 'the ticket') && keysOf(readTicket(seen)).length > 6,
        hints: [
          'A key that the model does not have came back. What a client slips in reaches your code, and your database.',
          'Do you spread the body, or use a loose object?',
          'const ticket = result.data; // of a z.object',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const ticket = drawTicket(random);
    await expectTicket(api, { ...ticket, [random.word()]: true, admin: random.word() }, ticket);
  },
);

check(
  'refuses-what-a-cast-believes',
  {
    title: 'answers 422 for a value of another type, and for one that is missing',
    lesson: 'types/run',
    hints: [
      'What does not have the type that the model names is refused with 422.',
      'Which key of this body is wrong, and what does your schema say about it?',
      'const result = Ticket.safeParse(body); if (!result.success) return c.json({ … }, 422);',
    ],
    cases: badCases,
  },
  async ({ api, random }) => {
    const ticket = drawTicket(random);
    const [word, number] = [random.word(), random.integer(2, 99)];
    for (const key of random.shuffle(['event', 'section', 'seats'])) {
      await expectRefusal(api, without(ticket, key));
    }
    const wrong: Record<string, unknown[]> = {
      event: [number, {}, [word]],
      section: [word, 'Box', '', number, ['box'], `box${word}`],
      seats: [word, '', {}, [number]],
      email: [number, {}, [word]],
      student: [word, {}, []],
      extras: [word, number, [number], { [word]: word }, { [word]: 1.5 }, { a: 1, [word]: null }],
    };
    for (const [key, values] of Object.entries(wrong)) {
      for (const value of values) await expectRefusal(api, { ...ticket, [key]: value });
    }
    for (const body of [[ticket], word, number]) await expectRefusal(api, body);
  },
);

check(
  'knows-more-than-a-type',
  {
    title: 'answers 422 for less than one seat and for a part of one',
    lesson: 'types/say',
    hints: [
      'To TypeScript 0, -3 and 1.5 are numbers like any other. Here they are no number of seats.',
      'What does your schema say of `seats` besides that it is a number?',
      'seats: z.int().min(1)',
    ],
    cases: badCases,
  },
  async ({ api, random }) => {
    const ticket = drawTicket(random);
    for (const seats of [0, -random.integer(1, 99), random.integer(1, 9) + 0.5]) {
      await expectRefusal(api, { ...ticket, seats });
    }
    await expectTicket(api, { ...ticket, seats: 1 }, { ...ticket, seats: 1 });
  },
);

check(
  'tells-null-from-missing',
  {
    title: 'takes null for the email, wants it sent, and takes null for nothing else',
    lesson: 'types/say',
    hints: [
      '"May be null" and "may be left out" are two things. `email` may be null; it is left out by mistake.',
      'Which of these is in your schema: `.nullable()`, `.optional()`, `.nullish()`, `.default(null)`?',
      'email: z.string().nullable()',
    ],
    cases: [
      {
        id: 'null-email-refused',
        when: (seen) => isRefusal(seen) && readBody(seen).email === null,
        hints: [
          'A ticket whose email is null was refused.',
          'What does your schema say about the email?',
          'email: z.string().nullable()',
        ],
      },
      {
        id: 'missing-email-taken',
        when: (seen) =>
          hasStatus(seen, 200) &&
          readReplyKeys(seen).includes('ticket') &&
          !('email' in readBody(seen)),
        hints: [
          'No email was sent, and the ticket was taken. Null has to be sent, in Pydantic as in Zod, unless there is a default.',
          'Which part of your schema lets it be left out?',
          'email: z.string().nullable() // no optional, no nullish, no default',
        ],
      },
      {
        id: 'null-taken',
        when: (seen) => hasStatus(seen, 200) && readReplyKeys(seen).includes('ticket'),
        hints: [
          'Null was taken for something that has no null in its type. A default is for what was not sent.',
          'Do you read it with `??`, or as `.nullish()`?',
          'student: z.boolean().default(false) // null is no boolean',
        ],
      },
      refusedWithSuccess,
      refusedOtherwise,
      ...goodCases,
    ],
  },
  async ({ api, random }) => {
    const ticket = { ...drawTicket(random), email: null };
    await expectTicket(api, ticket, ticket);
    await expectRefusal(api, without(ticket, 'email'));
    for (const key of random.shuffle(['event', 'section', 'seats', 'student', 'extras'])) {
      await expectRefusal(api, { ...ticket, [key]: null });
    }
  },
);

check(
  'never-takes-text-for-a-number',
  {
    title: 'refuses a number sent as text, or reads it: it never comes back as text',
    lesson: 'types/run',
    hints: [
      'The seats came as text. They may be refused, or become a number; a text must not go on into your code.',
      'What is `seats` in the reply, and what does the type say that it is?',
      'seats: z.int().min(1) // or z.coerce.number() behind a look at what was sent',
    ],
    cases: [noTicket, wrongTotal, validationThrew],
  },
  async ({ api, random }) => {
    const ticket = drawTicket(random);
    const reply = await api.post('/tickets', { ...ticket, seats: String(ticket.seats) });
    expect(reply.status, 'the status').toBeOneOf([200, 422]);
    if (reply.status === 422) return;
    const { ticket: received, total } = Object(reply.json);
    expect(received, 'the ticket').toEqual(ticket);
    expect(total, 'the total').toBe(prices[ticket.section] * ticket.seats);
  },
);
