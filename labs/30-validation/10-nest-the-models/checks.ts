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
import { readEntries, readTypes } from '../../kit/error-list.ts';
import { isAbout, isRefusal, readReplyKeys, readSent } from '../../kit/failure-seen.ts';
import { notSentAsJson, validationThrew } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** Wants this item back, as JSON; keys beside those of the models are free unless they were sent. */
async function expectItem(api: Api, body: object, item: object): Promise<void> {
  const reply = await api.post('/items', body);
  expect(reply.status, 'the status').toBe(201);
  expect(reply.json ?? reply.body, 'the body').toMatchObject(item);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** `detail` with the type and the loc of each entry: the rest of it is free; else the whole reply. */
function readErrors(reply: Reply): unknown {
  const detail: unknown = Object(reply.json).detail;
  if (!Array.isArray(detail)) return reply.json ?? reply.body;
  const entries = detail.map((entry) => {
    if (typeof entry !== 'object' || entry === null || !('loc' in entry)) return entry;
    const { type, loc } = entry;
    return { type, loc };
  });
  return { detail: entries };
}

async function expectErrors(api: Api, body: object, ...detail: object[]): Promise<void> {
  const reply = await api.post('/items', body);
  expect(reply.status, 'the status').toBe(422);
  expect(readErrors(reply), 'the body').toEqual({ detail });
}

const entry = (type: string, ...path: (string | number)[]) => ({ type, loc: ['body', ...path] });

/** An entry whose type is free. */
const entryAt = (...path: string[]) => ({ type: expect.any(String), loc: ['body', ...path] });

const drawPrice = (random: Random) => random.integer(1, 99) + 0.5;
const drawImage = (random: Random) => ({
  url: `${random.word()}.png`,
  width: random.integer(2, 4095),
});
const drawItem = (random: Random) => ({ name: random.word(), price: drawPrice(random) });

/** The entries that were asked for. */
const readExpected = ({ failure }: FailureSeen): { type?: unknown; loc: unknown[] }[] => {
  const { detail } = Object(failure.expected);
  return Array.isArray(detail) ? detail.map(({ type, loc }) => ({ type, loc })) : [];
};

const isWrongBody = (seen: FailureSeen) => isAbout(seen, 'the body');

const readReply = ({ exchange }: FailureSeen) => Object(exchange?.response?.json);

/** The first entry that came. */
const readFirst = (seen: FailureSeen) => readEntries(seen)[0] ?? {};

/** Whether the first entry that came stands where the first one that was asked for does. */
const isRightPlace = (seen: FailureSeen) =>
  String(readFirst(seen).loc) === String(readExpected(seen)[0]?.loc);

const refusedGoodItem: HintCase = {
  id: 'refused-a-good-item',
  when: isRefusal,
  hints: [
    'Nothing is wrong with this item, and it was refused.',
    'What do you ask for that the task does not? Look at what was sent, key by key.',
    'z.object({ name: …, price: …, tags: ….default([]), image: Image.nullable().default(null) })',
  ],
};

const keyLeftOut: HintCase = {
  id: 'key-left-out',
  when: (seen) =>
    isWrongBody(seen) &&
    readReplyKeys(seen).includes('name') &&
    !['tags', 'image'].every((key) => readReplyKeys(seen).includes(key)),
  hints: [
    'The reply has four keys, whether they were sent or not, and one of them is not there.',
    'Do you answer with `result.data`? Are both keys in your schema, each with a default? JSON leaves out what is undefined.',
    'tags: z.array(z.string()).default([]), image: Image.nullable().default(null)',
  ],
};

check(
  'answers-with-the-item',
  {
    title: 'answers a whole item with 201 and that item',
    lesson: 'validation/see',
    hints: [
      'The item has four keys, and one of them holds an object.',
      'Does your schema name tags and image, and what does it say about them?',
      'const Image = z.object({ … }); const Item = z.object({ …, image: Image })',
    ],
    cases: [
      refusedGoodItem,
      {
        id: 'answered-200',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'The item is there, but the status is 200. The task asks for 201, "created".',
          'Where do you hand the status to `c.json`?',
          'return c.json(result.data, 201); // the second argument',
        ],
      },
      keyLeftOut,
      {
        id: 'item-not-on-top',
        when: (seen) => isWrongBody(seen) && !readReplyKeys(seen).includes('name'),
        hints: [
          'The item must be the JSON itself, and yours has no `name` at the top.',
          'Compare your reply with the example: what stands around the item?',
          'return c.json(result.data, 201);',
        ],
      },
      {
        id: 'image-without-its-keys',
        when: (seen) =>
          isWrongBody(seen) && readReply(seen).image?.url === undefined && !!readReply(seen).image,
        hints: [
          'The image came back without its url.',
          'Which keys does the schema of the image name?',
          'const Image = z.object({ url: …, width: … });',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    for (const tags of [[random.word()], [random.word(), random.word(), random.word()]]) {
      const item = { ...drawItem(random), tags, image: drawImage(random) };
      await expectItem(api, item, item);
    }
  },
);

check(
  'fills-in-what-was-left-out',
  {
    title: 'fills in tags, image and width, and leaves out what the models do not name',
    lesson: 'validation/see',
    hints: [
      'A default belongs to the field, in the image as in the item.',
      'What does your schema give for `tags`, `image` and `width` when they are not sent?',
      'width: ….default(1), tags: ….default([]), image: Image.nullable().default(null)',
    ],
    cases: [
      {
        id: 'unknown-key-refused',
        when: (seen) => isRefusal(seen) && readSent(seen).includes('"x_'),
        hints: [
          'A key that no model names was refused. The task says that it is no error.',
          'What kind of object is your schema: one that forbids other keys?',
          'z.object({ … }) // z.strictObject refuses other keys, z.object leaves them out',
        ],
      },
      {
        id: 'null-image-refused',
        when: (seen) => isRefusal(seen) && readSent(seen).includes('"image":null'),
        hints: [
          'null was sent for the image, and the task takes it.',
          'Which values does `.optional()` let pass, and which does `.nullable()`?',
          'image: Image.nullable().default(null)',
        ],
      },
      {
        id: 'default-is-asked-for',
        when: isRefusal,
        hints: [
          'A key that has a default was not sent, and your handler asks for it.',
          'Which of `tags`, `image` and `width` is not in the request, and has it a default in your schema?',
          'width: ….default(1), tags: ….default([]), image: Image.nullable().default(null)',
        ],
      },
      {
        id: 'unknown-key-came-back',
        when: (seen) => seen.failure.message.includes('unknown key'),
        hints: [
          'A key that no model names came back with the item.',
          'Do you answer with what was sent, or with what the schema made of it? Does the schema let other keys through?',
          'return c.json(result.data, 201); // z.object leaves other keys out, in the image too',
        ],
      },
      keyLeftOut,
      {
        id: 'width-left-out',
        when: (seen) => isWrongBody(seen) && readReply(seen).image?.width === undefined,
        hints: [
          'The image came back without a width, or not at all.',
          'What is `width` in your schema when nobody sends it: undefined, or 1?',
          'width: z.int().positive().max(4096).default(1)',
        ],
      },
      {
        id: 'another-default',
        when: (seen) => isWrongBody(seen) && readReplyKeys(seen).includes('name'),
        hints: [
          'What came back for a key that was not sent is not the default in the task.',
          'Which defaults has your schema: [] for tags, null for the image, 1 for the width?',
          'width: ….default(1), tags: ….default([]), image: Image.nullable().default(null)',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const [first, second, third, fourth] = [0, 1, 2, 3].map(() => drawItem(random));
    await expectItem(api, { ...first }, { ...first, tags: [], image: null });
    await expectItem(api, { ...second, image: null }, { ...second, tags: [], image: null });
    const { url } = drawImage(random);
    const image = { url, width: 1 };
    await expectItem(api, { ...third, image: { url } }, { ...third, tags: [], image });
    const unknown = `x_${random.word()}`;
    const reply = await api.post('/items', {
      ...fourth,
      [unknown]: 1,
      image: { ...image, [unknown]: 2 },
    });
    expect(reply.status, 'the status').toBe(201);
    const body = reply.json ?? reply.body;
    expect(body, 'the body').toMatchObject({ ...fourth, tags: [], image });
    const found = [body, body.image].flatMap((value) => Object.keys(value));
    expect(found.filter((key) => key === unknown).length, 'how often an unknown key is back').toBe(
      0,
    );
  },
);

check(
  'takes-what-just-fits',
  {
    title: 'takes what just fits: the shortest, the longest, the smallest, the largest',
    lesson: 'validation/see',
    hints: [
      'What lies on a bound is inside, except for the 0 of price and width.',
      'Which value of this request stands on a bound, and how does your schema spell that bound?',
      'name: z.string().min(2).max(20), url: z.string().min(3), width: z.int().positive().max(4096)',
    ],
    cases: [
      {
        id: 'tag-refused',
        when: (seen) => isRefusal(seen) && readSent(seen).includes('""'),
        hints: [
          'The empty text is a text: a tag may hold it.',
          'What does your schema ask of one tag?',
          'tags: z.array(z.string()).default([]) // no bounds inside',
        ],
      },
      {
        id: 'spaces-refused',
        when: (seen) => isRefusal(seen) && readSent(seen).includes('"name":" '),
        hints: [
          'Spaces count like any other character, and this name was refused.',
          'Does something cut the spaces off before the text is measured?',
          'name: z.string().min(2).max(20) // no trim()',
        ],
      },
      {
        id: 'bound-refused',
        when: isRefusal,
        hints: [
          'A value on its bound, or close to it, was refused.',
          'Are all your bounds those of the task? Which one is one too narrow?',
          'name: z.string().min(2).max(20), price: z.number().positive(), width: z.int().positive().max(4096)',
        ],
      },
      {
        id: 'spaces-cut-off',
        when: (seen) =>
          isWrongBody(seen) && !/^ .* $/.test(readReply(seen).name) && /:" /.test(readSent(seen)),
        hints: [
          'The name came back without the spaces around it.',
          'Who cuts them off: `trim()`, in the schema or after it?',
          'name: z.string().min(2).max(20) // no trim()',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const price = random.pick([0.01, 0.05, 0.5]);
    const items = [
      { name: random.word(2), price, tags: [], image: { url: random.word(3), width: 1 } },
      { name: random.word(20), price: 1, tags: [random.word(40)], image: null },
      { name: random.word(), price, tags: [random.word(), ''], image: null },
      { name: random.word(8), price, tags: [], image: { url: random.word(200), width: 4096 } },
      { name: ` ${random.word(4)} `, price, tags: [random.word(1)], image: null },
      { name: '  ', price: random.integer(10_000, 99_999), tags: [], image: null },
    ];
    for (const item of items) await expectItem(api, item, item);
  },
);

const imageNotLookedAt: HintCase = {
  id: 'image-not-looked-at',
  when: (seen) => hasStatus(seen, 201) && readSent(seen).includes('"image"'),
  hints: [
    'The item was taken, though something is wrong in its image.',
    'What does your schema say about the inside of the image?',
    'const Image = z.object({ url: …, width: … }); … image: Image.nullable().default(null)',
  ],
};

check(
  'refuses-with-422',
  {
    title: 'refuses what does not fit with status 422, as JSON',
    lesson: 'validation/say',
    hints: [
      'FastAPI keeps 400 for other trouble. Which status does it give a body that fails validation?',
      'Where does your handler choose the status of the reply to a bad body?',
      'if (!result.success) return c.json({ detail: [ … ] }, 422);',
    ],
    cases: [
      validationThrew,
      imageNotLookedAt,
      {
        id: 'answered-as-if-right',
        when: (seen) => hasStatus(seen, 200) || hasStatus(seen, 201),
        hints: [
          'A body that does not fit was answered as if it did.',
          'Does anyone look at the result of the validation, and is 422 handed to `c.json`?',
          'if (!result.success) return c.json({ detail: [ … ] }, 422); // the second argument',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    for (const body of [{}, { ...drawItem(random), image: {} }]) {
      const reply = await api.post('/items', body);
      expect(reply.status, 'the status').toBe(422);
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

/** What goes wrong with any entry. */
const entryCases: HintCase[] = [
  imageNotLookedAt,
  {
    id: 'no-list-in-detail',
    when: (seen) => isWrongBody(seen) && readEntries(seen).length === 0,
    hints: [
      'The reply must be an object with a list of errors in `detail`.',
      'What stands under `detail` now: a sentence, an object, nothing? Is the list at the top?',
      "return c.json({ detail: [{ type: …, loc: ['body', …] }] }, 422);",
    ],
  },
  {
    id: 'entries-of-zod',
    when: (seen) => isWrongBody(seen) && readFirst(seen).loc === undefined,
    hints: [
      'Your entries have no `loc`. Zod calls it `path`, and its `code` is not yet the type.',
      'What do you make of an issue before you send it?',
      "result.error.issues.map((issue) => ({ type: …, loc: ['body', ...issue.path] }))",
    ],
  },
  {
    id: 'loc-is-no-list',
    when: (seen) => isWrongBody(seen) && typeof readFirst(seen).loc === 'string',
    hints: [
      '`loc` is a list of steps, not a text.',
      'What joins the steps into one text?',
      "loc: ['body', ...issue.path] // no join('.')",
    ],
  },
  {
    id: 'loc-without-body',
    when: (seen) => isWrongBody(seen) && readFirst(seen).loc?.[0] !== 'body',
    hints: [
      '`loc` begins with the part of the request that holds the value: `"body"`.',
      "Zod's `path` starts inside the body. Which step do you put before it?",
      "loc: ['body', ...issue.path]",
    ],
  },
  {
    id: 'about-the-whole-image',
    when: (seen) =>
      isWrongBody(seen) &&
      String(readFirst(seen).loc) === 'body,image' &&
      readTypes(seen)[0] !== 'missing' &&
      readExpected(seen)[0]?.loc.length === 3,
    hints: [
      'Your entry is about the whole image, and what is wrong stands inside it.',
      'Is the image a `z.union` in your schema? Its issue hides those of the image. How else can you say "or null"?',
      'image: Image.nullable().default(null)',
    ],
  },
  {
    id: 'loc-too-short',
    when: (seen) =>
      isWrongBody(seen) && readFirst(seen).loc?.length < Number(readExpected(seen)[0]?.loc.length),
    hints: [
      '`loc` has fewer steps than there are on the way to the value that is wrong.',
      'How many steps has `path` in this issue, and how many of them do you send? Does the issue come from a union?',
      "loc: ['body', ...issue.path] // all steps; for the image Image.nullable(), which is no union",
    ],
  },
  {
    id: 'place-as-text',
    when: (seen) =>
      isWrongBody(seen) &&
      isRightPlace(seen) &&
      readFirst(seen).loc?.some(
        (step: unknown) => /^\d+$/.test(String(step)) && step !== +`${step}`,
      ),
    hints: [
      'The place in a list is a number in `loc`, and yours is a text.',
      'What turns the steps of the path into text?',
      "loc: ['body', ...issue.path] // as Zod gives them",
    ],
  },
  {
    id: 'more-entries-than-errors',
    when: (seen) =>
      isWrongBody(seen) && readEntries(seen).length > Math.max(1, readExpected(seen).length),
    hints: [
      'Your list has more entries than there are errors.',
      'Do all entries come from the issues of this request? Does one value fail twice?',
      'detail: result.error.issues.map((issue) => …)',
    ],
  },
];

const typeOfZod: HintCase = {
  id: 'type-of-zod',
  when: (seen) =>
    isWrongBody(seen) && /^(invalid_type|too_small|too_big)$/.test(readTypes(seen)[0]),
  hints: [
    "This is Zod's `code`: FastAPI's types say more.",
    'What else does the issue know: `expected`, `origin`, `input`?',
    "switch (issue.code) { case 'too_small': … case 'invalid_type': … }",
  ],
};

check(
  'names-what-is-missing',
  {
    title: 'names what is missing: its type and its loc, in the image too',
    lesson: 'validation/run',
    hints: [
      'An entry says what is wrong, in `type`, and where, in `loc`.',
      'Compare your entry with those in the task: which of the two keys differs?',
      "{ type: 'missing', loc: ['body', ...issue.path] }",
    ],
    cases: [
      ...entryCases,
      typeOfZod,
      {
        id: 'missing-as-wrong-type',
        when: (seen) => isWrongBody(seen) && isRightPlace(seen),
        hints: [
          'Nothing was sent there, so the type is `missing`.',
          'Zod has one code for "missing" and "of another type". Which `input` has the issue when nothing was sent?',
          "issue.input === undefined ? 'missing' : … // with safeParse(body, { reportInput: true })",
        ],
      },
      {
        id: 'another-place',
        when: (seen) => isWrongBody(seen) && readEntries(seen).length > 0,
        hints: [
          'The entry names another place than the one where something is missing.',
          'Is a missing value taken for some other one, such as 0 or the text "undefined"?',
          'z.string(), z.number() // z.coerce makes a value of nothing',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const { name, price } = drawItem(random);
    await expectErrors(api, { price, tags: [random.word()] }, entry('missing', 'name'));
    await expectErrors(api, { name, image: null }, entry('missing', 'price'));
    const image = random.pick([{}, { width: random.integer(1, 99) }]);
    await expectErrors(api, { name, price, image }, entry('missing', 'image', 'url'));
  },
);

check(
  'names-what-is-out-of-bounds',
  {
    title: 'names what is too short, too long, too small or too large',
    lesson: 'validation/see',
    hints: [
      'A text is too short or too long, a number too small or too large: four types.',
      'Which type does the table in the task have for this value, and which one is yours?',
      "case 'too_small': return issue.origin === 'string' ? 'string_too_short' : 'greater_than';",
    ],
    cases: [
      {
        id: 'bound-not-there',
        when: (seen) => hasStatus(seen, 201) && !isZero(seen),
        hints: [
          'A value beyond its bound was taken.',
          'Which value of this request is out of bounds, and which bound has it in your schema?',
          'name: z.string().min(2).max(20), url: z.string().min(3), width: z.int().positive().max(4096)',
        ],
      },
      {
        id: 'zero-taken',
        when: (seen) => hasStatus(seen, 201),
        hints: [
          '0 was taken, for the price or the width. Both must be greater than 0.',
          'Which of these takes 0: `nonnegative()`, `min(0)`, `positive()`? Does a condition such as `price && …` skip it?',
          'price: z.number().positive()',
        ],
      },
      ...entryCases,
      typeOfZod,
      {
        id: 'zero-is-missing',
        when: (seen) => isWrongBody(seen) && readTypes(seen)[0] === 'missing',
        hints: [
          'Something was sent: 0, or the empty text. That is not missing.',
          'Which of your conditions takes them for nothing: `!value`, `value || …`?',
          "issue.input === undefined ? 'missing' : …",
        ],
      },
      {
        id: 'text-as-number',
        when: (seen) =>
          isWrongBody(seen) &&
          String(readExpected(seen)[0]?.type).startsWith('string') &&
          /than/.test(readTypes(seen)[0]),
        hints: [
          'A text was measured, and your type speaks of a number.',
          "Zod says `too_small` for both. Which key of the issue tells a text's length from a number?",
          "issue.origin === 'string' ? 'string_too_short' : 'greater_than'",
        ],
      },
      {
        id: 'another-comparison',
        when: (seen) => isWrongBody(seen) && isRightPlace(seen),
        hints: [
          'The place is right, the type has another name.',
          'Is the bound itself allowed? 0 is not, so "greater than"; 4096 is, so "less than or equal".',
          "'greater_than' for the lower bounds of numbers, 'less_than_equal' for 4096",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const { name, price } = drawItem(random);
    const item = { name, price };
    const { url } = drawImage(random);
    const below = -random.integer(1, 999);
    for (const short of ['', random.word(1)]) {
      await expectErrors(api, { ...item, name: short }, entry('string_too_short', 'name'));
    }
    for (const long of [random.word(21), random.word(random.integer(22, 60))]) {
      await expectErrors(api, { ...item, name: long }, entry('string_too_long', 'name'));
    }
    for (const low of [0, below]) {
      await expectErrors(api, { ...item, price: low }, entry('greater_than', 'price'));
      const image = { url, width: low };
      await expectErrors(api, { ...item, image }, entry('greater_than', 'image', 'width'));
    }
    for (const short of ['', random.word(2)]) {
      const image = { url: short };
      await expectErrors(api, { ...item, image }, entry('string_too_short', 'image', 'url'));
    }
    for (const width of [4097, random.integer(4098, 99_999)]) {
      const image = { url, width };
      await expectErrors(api, { ...item, image }, entry('less_than_equal', 'image', 'width'));
    }
  },
);

/** Whether the request held a 0. */
function isZero(seen: FailureSeen): boolean {
  return /:0[,}]/.test(readSent(seen));
}

check(
  'names-what-is-of-another-type',
  {
    title: 'names what is of another type: no text, no list, no object, no number',
    lesson: 'validation/see',
    hints: [
      'What was sent has another type than the one that was asked for.',
      "Zod's issue has `expected`. What does FastAPI call each of its values?",
      "{ string: 'string_type', array: 'list_type', object: 'model_attributes_type' }",
    ],
    cases: [
      {
        id: 'fraction-taken',
        when: (seen) => hasStatus(seen, 201) && /"width":\d+\.5/.test(readSent(seen)),
        hints: [
          'A width with a fraction was taken: it must be a whole number.',
          'What does your schema ask of the width besides its bounds?',
          'width: z.int().positive().max(4096).default(1)',
        ],
      },
      {
        id: 'null-taken',
        when: (seen) => hasStatus(seen, 201) && readSent(seen).includes('null'),
        hints: [
          'null was taken. It is there, and it is neither a text nor a list.',
          'Which of these lets null pass: `.default()`, `.nullish()`, `z.coerce`, `?? []`?',
          'tags: z.array(z.string()).default([])',
        ],
      },
      {
        id: 'another-type-taken',
        when: (seen) => hasStatus(seen, 201),
        hints: [
          'A value of another type was taken.',
          'Does something convert it: `z.coerce`, `String(…)`, a preprocess? Are the entries of the list looked at?',
          'tags: z.array(z.string()).default([])',
        ],
      },
      ...entryCases,
      typeOfZod,
      {
        id: 'null-is-missing',
        when: (seen) => isWrongBody(seen) && readTypes(seen)[0] === 'missing',
        hints: [
          'Something was sent there, so nothing is missing: it has another type.',
          'Which of your conditions takes null for nothing: `== null`, `!value`, `??`?',
          "issue.input === undefined ? 'missing' : …",
        ],
      },
      {
        id: 'another-name',
        when: (seen) => isWrongBody(seen) && isRightPlace(seen),
        hints: [
          'The place is right, the type has another name.',
          'What stands there in the models: a text, a list or a model? Each has its own type.',
          "{ string: 'string_type', array: 'list_type', object: 'model_attributes_type' }[issue.expected]",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const item = drawItem(random);
    const { url } = drawImage(random);
    const number = random.integer(2, 999);
    const noTexts = random.shuffle([number, null, {}]);
    for (const no of noTexts) {
      await expectErrors(api, { ...item, name: no }, entry('string_type', 'name'));
    }
    for (const no of noTexts.slice(0, 2)) {
      await expectErrors(
        api,
        { ...item, image: { url: no } },
        entry('string_type', 'image', 'url'),
      );
    }
    const before = Array.from({ length: random.integer(1, 4) }, () => random.word());
    const tags = [...before, random.pick([number, null, [random.word()]]), random.word()];
    await expectErrors(api, { ...item, tags }, entry('string_type', 'tags', before.length));
    for (const no of [null, random.word(), number, { 0: random.word() }]) {
      await expectErrors(api, { ...item, tags: no }, entry('list_type', 'tags'));
    }
    for (const no of [url, number, [], [url]]) {
      await expectErrors(api, { ...item, image: no }, entry('model_attributes_type', 'image'));
    }
    for (const no of [random.word(), null, [number]]) {
      await expectErrors(api, { ...item, price: no }, entryAt('price'));
    }
    for (const width of [random.word(), null, number + 0.5]) {
      await expectErrors(api, { ...item, image: { url, width } }, entryAt('image', 'width'));
    }
  },
);

check(
  'reports-all-errors-at-once',
  {
    title: 'reports all errors at once, in the order of the models',
    lesson: 'validation/say',
    hints: [
      'One bad value must not hide another, wherever it stands.',
      'How many issues does Zod give you for this request, and how many of them do you send?',
      'detail: result.error.issues.map((issue) => …)',
    ],
    cases: [
      ...entryCases.filter(({ id }) => id === 'more-entries-than-errors'),
      {
        id: 'errors-inside-left-out',
        when: (seen) =>
          isWrongBody(seen) &&
          readEntries(seen).length > 0 &&
          JSON.stringify(readEntries(seen).map(({ loc }) => loc)) ===
            JSON.stringify(outsideTheImage(seen)),
        hints: [
          'The errors inside the image are not in your list.',
          'Do you look at the image only when the rest is right?',
          'z.object({ …, image: Image.nullable().default(null) }) // one schema, one safeParse',
        ],
      },
      {
        id: 'errors-left-out',
        when: (seen) => isWrongBody(seen) && readEntries(seen).length < readExpected(seen).length,
        hints: [
          'Some of the errors are missing from your list.',
          'Do you stop at the first one, or keep one for each key? Two tags can be wrong.',
          'detail: result.error.issues.map((issue) => …)',
        ],
      },
      {
        id: 'another-order',
        when: (seen) =>
          isWrongBody(seen) &&
          isSameSet(
            readEntries(seen).map(({ loc }) => String(loc)),
            readExpected(seen).map(({ loc }) => String(loc)),
          ),
        hints: [
          'All errors are there, but in another order.',
          'What gives your order: what was sent, a sort, or the models? Zod goes through a schema from top to bottom.',
          'z.object({ name: …, price: …, tags: …, image: … }) // in this order',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const { name, price } = drawItem(random);
    const { url } = drawImage(random);
    const [number, word] = [random.integer(5000, 9999), random.word()];
    await expectErrors(
      api,
      { image: { width: number }, tags: [number, word, number], price: -number, name: '' },
      entry('string_too_short', 'name'),
      entry('greater_than', 'price'),
      entry('string_type', 'tags', 0),
      entry('string_type', 'tags', 2),
      entry('missing', 'image', 'url'),
      entry('less_than_equal', 'image', 'width'),
    );
    await expectErrors(
      api,
      { image: { width: -number, url }, tags: word, price, name: random.word(30) },
      entry('string_too_long', 'name'),
      entry('list_type', 'tags'),
      entry('greater_than', 'image', 'width'),
    );
    await expectErrors(
      api,
      { tags: [null], image: word, name },
      entry('missing', 'price'),
      entry('string_type', 'tags', 0),
      entry('model_attributes_type', 'image'),
    );
  },
);

/** Where the errors are that were asked for, but for those inside the image. */
function outsideTheImage(seen: FailureSeen): unknown[] {
  const locs = readExpected(seen).map(({ loc }) => loc);
  const outside = locs.filter((loc) => loc.length < 3 || loc[1] !== 'image');
  return outside.length < locs.length ? outside : [];
}

function isSameSet(some: string[], others: string[]): boolean {
  return JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());
}
