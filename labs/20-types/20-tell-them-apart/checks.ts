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
import { isAbout, isRefusal, keysOf, readReplyKeys, readSent } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson, validationThrew } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

async function expectReply(api: Api, body: object, json: object): Promise<void> {
  const reply = await api.post('/movements', body);
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toEqual(json);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** `detail` with the type and the loc of each entry: the rest is free; else the whole reply. */
function readErrors(reply: Reply): unknown {
  const detail: unknown = Object(reply.json).detail;
  if (!Array.isArray(detail)) return reply.json ?? reply.body;
  const entries = detail.map((entry) => {
    const { type, loc } = Object(entry);
    return loc === undefined ? entry : { type, loc };
  });
  return { detail: entries };
}

type Entry = { type: unknown; loc: unknown[] };

async function expectErrors(api: Api, body: object, ...detail: Entry[]): Promise<void> {
  const reply = await api.post('/movements', body);
  expect(reply.status, 'the status').toBe(422);
  expect(readErrors(reply), 'the body').toEqual({ detail });
  for (const [index, { type }] of detail.entries()) {
    if (type !== anyType) continue;
    const received = reply.json.detail[index].type === 'missing' ? 'missing' : notMissing;
    expect(received, 'the type of what was sent').toBe(notMissing);
  }
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const missing = (kind: string, key: string) => ({ type: 'missing', loc: ['body', kind, key] });

const notMissing = 'any but missing';
const anyType: unknown = expect.any(String);
const wrong = (kind: string, key: string) => ({ type: anyType, loc: ['body', kind, key] });

const drawAmount = (random: Random) => random.number(0.5, 9000, 1);

const readBody = (seen: FailureSeen) => Object(JSON.parse(readSent(seen) || '{}'));
const readKind = (seen: FailureSeen): unknown => readBody(seen).kind;
const readReply = ({ exchange }: FailureSeen) => Object(exchange?.response?.json);

const readFirst = (seen: FailureSeen) => readEntries(seen)[0] ?? {};
const readExpected = ({ failure }: FailureSeen): Entry[] => Object(failure.expected).detail ?? [];

/** The first entry of a list of the right length that differs in this key; undefined when there is none. */
function findDifferent(seen: FailureSeen, key: 'loc' | 'type'): string | undefined {
  const [entries, expected] = [readEntries(seen), readExpected(seen)];
  if (!isAbout(seen, 'the body') || entries.length !== expected.length) return undefined;
  const pairs = entries.map((entry, index) =>
    [entry[key], expected[index]?.[key]].map((value) => JSON.stringify(value)),
  );
  const [received, wanted] = pairs.find(([one, other]) => one !== other) ?? [];
  return wanted === undefined ? undefined : `\`${received}\` where \`${wanted}\``;
}

/** What each kind answers with. */
const shapes: Record<string, string> = {
  deposit: "case 'deposit': return { kind, change: movement.amount };",
  transfer: "case 'transfer': return { kind, change: -movement.amount, to: movement.to };",
  close: "case 'close': return { kind, change: 0, reason: movement.reason };",
};
const shapeOf = (seen: FailureSeen) => shapes[String(readKind(seen))] ?? shapes.deposit ?? '';

/** How the keys of a reply differ from those of its kind. */
function describeKeys(seen: FailureSeen): string {
  const [wanted, received] = [keysOf(seen.failure.expected), readReplyKeys(seen)];
  const extra = received.find((key) => !wanted.includes(key));
  const left = wanted.find((key) => !received.includes(key));
  if (left !== undefined) return `has no \`${left}\``;
  return extra === undefined ? 'has another value than the table says' : `also has \`${extra}\``;
}

const replyCases: HintCase[] = [
  {
    id: 'refused-a-null-reason',
    when: (seen) => isRefusal(seen) && readBody(seen).reason === null,
    hints: [
      'The reason was null, and the movement was refused. A reason may be null, and it may be left out.',
      'Which of the two does `.optional()` allow, and which does `.nullable()`?',
      'reason: z.string().nullable().default(null)',
    ],
  },
  {
    id: 'refused-a-good-movement',
    when: isRefusal,
    hints: (seen) => [
      `Nothing is wrong with this \`${readKind(seen)}\`, and it was refused.`,
      'Which models were asked, and what do they want that the one of this kind does not?',
      "z.discriminatedUnion('kind', [Deposit, Transfer, Close]) // asks one of them",
    ],
  },
  validationThrew,
  {
    id: 'wrong-change',
    when: (seen) =>
      isAbout(seen, 'the body') &&
      readReply(seen).change !== undefined &&
      readReply(seen).change !== Object(seen.failure.expected).change,
    hints: (seen) => [
      `\`change\` of this \`${readKind(seen)}\` is another number, or no number.`,
      'A deposit adds its amount, a transfer takes it away, and nothing moves when an account is closed.',
      shapeOf(seen),
    ],
  },
  {
    id: 'other-keys',
    when: (seen) => isAbout(seen, 'the body') && readReplyKeys(seen).length > 0,
    hints: (seen) => [
      `The reply to a \`${readKind(seen)}\` ${describeKeys(seen)}.`,
      'Is each reply made for its kind? JSON leaves out what is undefined: null is something else.',
      shapeOf(seen),
    ],
  },
  notSentAsJson,
  anotherSuccess,
];

const errorCases: HintCase[] = [
  {
    id: 'refused-with-200',
    when: (seen) => hasStatus(seen, 200) && !readReplyKeys(seen).includes('kind'),
    hints: [
      'This body was refused, to go by the reply, and the status says 200: that all went well.',
      'Where does the status go in `c.json(…)`? Without one it is 200.',
      'return c.json({ detail }, 422); // the status is the second argument',
    ],
  },
  {
    id: 'taken',
    when: (seen) => hasStatus(seen, 200),
    hints: (seen) => [
      `\`${readSent(seen)}\` was answered with 200, and it does not fit.`,
      'Does each kind have a model of its own that says which keys it needs? What happens to a kind that has none?',
      "const Transfer = z.object({ kind: z.literal('transfer'), amount: z.number(), to: z.string() });",
    ],
  },
  {
    id: 'refused-otherwise',
    when: (seen) => hasStatus(seen, 400),
    hints: [
      'It was refused, with 400. The task asks for 422.',
      'Who chose 400: you, or a validator that answers for you?',
      'return c.json({ detail }, 422); // the status is the second argument',
    ],
  },
  validationThrew,
  {
    id: 'no-list-in-detail',
    when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length === 0,
    hints: [
      'The reply must be an object with a list in `detail`.',
      'What stands under `detail` now: a sentence, an object, nothing? Is the list at the top?',
      'return c.json({ detail: [{ type: …, loc: … }] }, 422);',
    ],
  },
  {
    id: 'entries-of-zod',
    when: (seen) => readFirst(seen).path !== undefined && readFirst(seen).loc === undefined,
    hints: [
      "These are Zod's own issues: they have `path` and `code` where FastAPI has `loc` and `type`.",
      'What of an issue can you use, and what must you add?',
      "{ type: …, loc: ['body', …] } // an object of your own for each issue",
    ],
  },
  {
    id: 'good-kind-refused',
    when: (seen) =>
      isAbout(seen, 'the body') &&
      Object.hasOwn(shapes, String(readKind(seen))) &&
      JSON.stringify(readFirst(seen).loc) === '["body"]',
    hints: (seen) => [
      `\`${readKind(seen)}\` is one of the three kinds, and your entry says that the kind is wrong. What is wrong lies in another key.`,
      'Which union is yours? `z.union` tries every model, and has one issue for all that they say.',
      "z.discriminatedUnion('kind', [Deposit, Transfer, Close])",
    ],
  },
  {
    id: 'another-loc',
    when: (seen) => findDifferent(seen, 'loc') !== undefined,
    hints: (seen) => [
      `A \`loc\` is ${findDifferent(seen, 'loc')} is asked for.`,
      'A wrong kind is an error of the whole body. All others lie inside the model that was asked, whose kind is a step on the way.',
      "loc: ['body', kind, ...issue.path] // for a wrong kind: ['body']",
    ],
  },
  {
    id: 'another-type',
    when: (seen) => findDifferent(seen, 'type') !== undefined,
    hints: (seen) => [
      `A \`type\` is ${findDifferent(seen, 'type')} is asked for.`,
      'Was nothing sent there, or something that does not fit? null and an empty text count as sent.',
      "kind === undefined ? 'union_tag_not_found' : 'union_tag_invalid'",
    ],
  },
  {
    id: 'sent-is-missing',
    when: (seen) => isAbout(seen, 'the type of what was sent'),
    hints: [
      'Something was sent there, so nothing is missing: it is of another type.',
      'How do you tell the two apart? `issue.input` is always undefined unless `safeParse` is told to report it.',
      'Movement.safeParse(body, { reportInput: true })',
    ],
  },
  {
    id: 'another-number-of-entries',
    when: (seen) => isAbout(seen, 'the body'),
    hints: (seen) => [
      `Your list has ${readEntries(seen).length} of ${readExpected(seen).length}: there is one entry for each error.`,
      'How many issues does Zod give you, and are they of this one model?',
      'detail: result.error.issues.map((issue) => …)',
    ],
  },
  notSentAsJson,
];

check(
  'answers-a-deposit',
  {
    title: 'answers a deposit with its kind and the change',
    lesson: 'types/see',
    hints: [
      'The reply to a deposit has two keys: its kind, and its amount under the name `change`.',
      'What do you hand to `c.json` for a deposit?',
      "case 'deposit': return { kind, change: movement.amount };",
    ],
    cases: replyCases,
  },
  async ({ api, random }) => {
    const amount = drawAmount(random);
    await expectReply(api, { kind: 'deposit', amount }, { kind: 'deposit', change: amount });
  },
);

check(
  'answers-each-kind',
  {
    title: 'answers a transfer and a close each with its own keys',
    lesson: 'types/see',
    hints: [
      'Each kind has a reply of its own.',
      'What do you hand to `c.json` in each case?',
      "switch (movement.kind) { case 'deposit': …; case 'transfer': …; case 'close': … }",
    ],
    cases: replyCases,
  },
  async ({ api, random }) => {
    const [amount, reason] = [drawAmount(random), random.word()];
    for (const to of [random.word(), '']) {
      const sent = { kind: 'transfer', amount, to };
      await expectReply(api, sent, { kind: 'transfer', change: -amount, to });
    }
    for (const said of [reason, null, '']) {
      const sent = { kind: 'close', reason: said };
      await expectReply(api, sent, { kind: 'close', change: 0, reason: said });
    }
    await expectReply(api, { kind: 'close' }, { kind: 'close', change: 0, reason: null });
  },
);

check(
  'asks-one-model-only',
  {
    title: 'ignores keys of other kinds and any others, whatever they hold',
    lesson: 'types/run',
    hints: [
      'Only the model that `kind` names is asked. What other models would say of the body does not count.',
      'How do you find the model: by `kind`, or by the keys that were sent?',
      "z.discriminatedUnion('kind', [Deposit, Transfer, Close])",
    ],
    cases: replyCases,
  },
  async ({ api, random }) => {
    const [amount, word] = [drawAmount(random), random.word()];
    const pairs = [
      [
        { amount, to: 5, reason: [word] },
        { kind: 'deposit', change: amount },
      ],
      [
        { amount, to: word, reason: 5 },
        { kind: 'transfer', change: -amount, to: word },
      ],
      [
        { amount: word, to: {}, change: 1 },
        { kind: 'close', change: 0, reason: null },
      ],
    ] as const;
    for (const [keys, json] of pairs) await expectReply(api, { ...keys, kind: json.kind }, json);
  },
);

check(
  'names-an-unknown-kind',
  {
    title: 'answers an unknown kind with union_tag_invalid, for the whole body',
    lesson: 'types/say',
    hints: [
      'A kind that names no model is one error, and it is about the body.',
      'What does Zod give you for such a kind? Look at the code and the path of its issue.',
      "if (issue.code === 'invalid_union') return { type: 'union_tag_invalid', loc: ['body'] };",
    ],
    cases: errorCases,
  },
  async ({ api, random }) => {
    const amount = drawAmount(random);
    const others = [random.word(), 'Deposit', '', null, random.integer(1, 9), true, ['close'], {}];
    for (const kind of others) {
      const body = { kind, amount, to: random.word() };
      await expectErrors(api, body, { type: 'union_tag_invalid', loc: ['body'] });
    }
  },
);

check(
  'asks-for-the-kind',
  {
    title: 'answers a body without a kind with union_tag_not_found',
    lesson: 'types/say',
    hints: [
      'Without a kind there is no model to ask: one error, about the body.',
      'How do you tell "no kind" from "a kind that is none of the three"?',
      "type: kind === undefined ? 'union_tag_not_found' : 'union_tag_invalid'",
    ],
    cases: errorCases,
  },
  async ({ api, random }) => {
    const entry = { type: 'union_tag_not_found', loc: ['body'] };
    await expectErrors(api, {}, entry);
    await expectErrors(api, { amount: drawAmount(random), to: random.word() }, entry);
    await expectErrors(api, { reason: null }, entry);
  },
);

check(
  'names-the-kind-in-loc',
  {
    title: 'says where a movement is wrong: body, its kind, and the key',
    lesson: 'types/run',
    hints: [
      'Each error has a `loc` of three steps: `body`, the kind, the key.',
      "Zod's path begins with the key. Which steps do you put before it?",
      "loc: ['body', kind, ...issue.path]",
    ],
    cases: errorCases,
  },
  async ({ api, random }) => {
    const [amount, word] = [drawAmount(random), random.word()];
    await expectErrors(api, { kind: 'deposit' }, missing('deposit', 'amount'));
    await expectErrors(api, { kind: 'transfer', amount }, missing('transfer', 'to'));
    const none = [missing('transfer', 'amount'), missing('transfer', 'to')];
    await expectErrors(api, { kind: 'transfer', reason: 5 }, ...none);
    for (const amount of [word, null, [1], {}]) {
      await expectErrors(api, { kind: 'deposit', amount, to: 5 }, wrong('deposit', 'amount'));
    }
    const both = [wrong('transfer', 'amount'), wrong('transfer', 'to')];
    for (const to of [5, null, [word]]) {
      await expectErrors(api, { to, amount: word, kind: 'transfer' }, ...both);
    }
    for (const reason of [5, {}, [word]]) {
      await expectErrors(api, { kind: 'close', reason }, wrong('close', 'reason'));
    }
  },
);
