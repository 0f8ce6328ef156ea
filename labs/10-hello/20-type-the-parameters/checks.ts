import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
} from '../../kit/checks.ts';
import { readEntries, readErrors, readTypes } from '../../kit/error-list.ts';
import { isAbout, isRefusal, keysOf, readReplyKeys } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** Wants these parameters back, as JSON; other keys are free. */
async function expectParameters(api: Api, path: string, parameters: object): Promise<void> {
  const reply = await api.get(path);
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toMatchObject(parameters);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

async function expectErrors(api: Api, path: string, ...detail: object[]): Promise<void> {
  const reply = await api.get(path);
  expect(reply.status, 'the status').toBe(422);
  expect(readErrors(reply), 'the body').toEqual({ detail });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

type Name = 'item_id' | 'skip' | 'limit';

const locOf = (name: Name) => [name === 'item_id' ? 'path' : 'query', name];

const notParsed = (name: Name, input: string) => ({
  type: 'int_parsing',
  loc: locOf(name),
  msg: 'Input should be a valid integer, unable to parse string as an integer',
  input,
});

const tooSmall = (name: Name, input: string) => ({
  type: 'greater_than_equal',
  loc: locOf(name),
  msg: `Input should be greater than or equal to ${name === 'limit' ? 1 : 0}`,
  input,
});

const tooLarge = (name: Name, input: string) => ({
  type: 'less_than_equal',
  loc: locOf(name),
  msg: 'Input should be less than or equal to 100',
  input,
});

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';

/** What came back for a key of the reply. */
const readReply = ({ exchange }: FailureSeen, key: string): unknown =>
  Object(exchange?.response?.json)[key];

/** The entries that were asked for. */
const readExpected = ({ failure }: FailureSeen): unknown[] => {
  const { detail } = Object(failure.expected);
  return Array.isArray(detail) ? detail : [];
};

const isWrongBody = (seen: FailureSeen) => isAbout(seen, 'the body');

const numbersAsText: HintCase = {
  id: 'numbers-as-text',
  when: (seen) =>
    isWrongBody(seen) &&
    ['item_id', 'skip', 'limit'].some((name) => typeof readReply(seen, name) === 'string'),
  hints: [
    'A number came back as text: there are quotes around it in your JSON.',
    'In a URL everything is text. Which of your lines makes a number of it, and for each of the three?',
    'z.string().regex(/^-?\\d+$/).transform(Number) // for item_id, skip and limit',
  ],
};

const refusedGoodParameters: HintCase = {
  id: 'refused-good-parameters',
  when: isRefusal,
  hints: [
    'Nothing is wrong with this request, and it was refused.',
    'What do you ask for that the task does not: that a parameter is sent, that it is above 0, some bound?',
    'z.object({ item_id: int, q: …, skip: ….default(0), limit: ….default(10) })',
  ],
};

const parametersThrew: HintCase = {
  id: 'parameters-threw',
  when: (seen) => hasStatus(seen, 500),
  hints: [
    'An error left your handler before it could answer, and became a 500.',
    'Do you call `parse`, which throws, or `safeParse`, which tells you?',
    'const result = Parameters.safeParse(sent); if (!result.success) return c.json(…, 422);',
  ],
};

const pathNotTaken: HintCase = {
  id: 'path-not-taken',
  when: (seen) => hasStatus(seen, 404),
  hints: [
    'No route took this path, or your handler answered 404 itself.',
    'Is the path `/items/:item_id`, without a pattern behind the name? FastAPI takes any text there and then says 422.',
    "app.get('/items/:item_id', (c) => …)",
  ],
};

check(
  'answers-with-the-defaults',
  {
    title: 'answers 200 with item_id as a number, q null, skip 0 and limit 10',
    lesson: 'types/say',
    hints: [
      'The reply has four keys, whether a parameter was sent or not.',
      'What does your schema give for `q`, `skip` and `limit` when nobody sends them?',
      'z.object({ item_id: …, q: z.string().nullable().default(null), skip: ….default(0), limit: ….default(10) })',
    ],
    cases: [
      pathNotTaken,
      refusedGoodParameters,
      parametersThrew,
      anotherSuccess,
      numbersAsText,
      {
        id: 'q-left-out',
        when: (seen) =>
          isWrongBody(seen) &&
          readReplyKeys(seen).includes('limit') &&
          !readReplyKeys(seen).includes('q'),
        hints: [
          'There is no `q` in your JSON: a key that holds `undefined` is left out of it.',
          'What is `q` in your code when nobody sends it, and what does JSON have for "nothing here"?',
          'q: z.string().nullable().default(null)',
        ],
      },
      {
        id: 'q-is-no-null',
        when: (seen) => isWrongBody(seen) && typeof readReply(seen, 'q') === 'string',
        hints: [
          'Nobody sent `q`, and your reply holds a text for it.',
          'What stands for a `q` that is not there: the empty text, the word "null", or null itself?',
          'q: z.string().nullable().default(null)',
        ],
      },
      {
        id: 'parameters-not-on-top',
        when: (seen) => isWrongBody(seen) && !readReplyKeys(seen).includes('item_id'),
        hints: [
          'There is no `item_id` at the top of your JSON.',
          'Compare your reply with the example: which keys does it have?',
          'return c.json(result.data);',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    for (const item_id of [random.integer(1, 99), random.integer(100, 99_999)]) {
      await expectParameters(api, `/items/${item_id}`, { item_id, q: null, skip: 0, limit: 10 });
    }
  },
);

check(
  'reads-the-query',
  {
    title: 'answers with q, skip and limit as they were sent, the numbers as numbers',
    lesson: 'types/say',
    hints: [
      'What is sent replaces the default.',
      'Which parameters do you read from the query, under which names, and what do you answer with?',
      'const sent = { ...c.req.query(), ...c.req.param() };',
    ],
    cases: [
      refusedGoodParameters,
      numbersAsText,
      {
        id: 'empty-q-is-null',
        when: (seen) => isWrongBody(seen) && /[?&]q=(&|$)/.test(readPath(seen)),
        hints: [
          '`?q=` sends the empty text, which is a text like any other.',
          'Which of your conditions is true for it: `q || null`, `!q`, `q ? …`?',
          'q ?? null // null only when there is no q at all',
        ],
      },
      {
        id: 'q-not-decoded',
        when: (seen) => isWrongBody(seen) && /%|\+/.test(String(readReply(seen, 'q'))),
        hints: [
          '`q` came back as the URL spells it. There + is a space and %2B is a plus.',
          'Where do you read `q`: from the URL itself, or from `c.req.query`, which decodes it?',
          "c.req.query('q')",
        ],
      },
      {
        id: 'query-not-read',
        when: (seen) =>
          isWrongBody(seen) && readReply(seen, 'skip') === 0 && readReply(seen, 'limit') === 10,
        hints: [
          'The defaults came back, though `skip` and `limit` were sent.',
          'Do you read the query at all? `c.req.param()` holds the path only.',
          'const sent = { ...c.req.query(), ...c.req.param() };',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const item_id = random.integer(1, 999);
    const skip = random.integer(1, 999);
    const limit = random.integer(11, 99);
    const q = random.word();
    const query = random.shuffle([`q=${q}`, `skip=${skip}`, `limit=${limit}`]).join('&');
    await expectParameters(api, `/items/${item_id}?${query}`, { item_id, q, skip, limit });
    const spaced = `${random.word(3)} +${random.word(3)}`;
    const encoded = encodeURIComponent(spaced).replace('%20', '+');
    const others = { item_id, skip: 0, limit };
    await expectParameters(api, `/items/${item_id}?limit=${limit}&q=${encoded}`, {
      ...others,
      q: spaced,
    });
    await expectParameters(api, `/items/${item_id}?limit=${limit}&q=`, { ...others, q: '' });
  },
);

check(
  'takes-the-whole-range',
  {
    title: 'takes any whole item_id, skip from 0 on, and limit from 1 to 100',
    lesson: 'types/say',
    hints: [
      'Both ends of a range belong to it, and `item_id` has no range at all.',
      'Which bounds does your code have, and for which of the parameters?',
      'skip: int.pipe(z.number().min(0)), limit: int.pipe(z.number().min(1).max(100))',
    ],
    cases: [
      pathNotTaken,
      {
        id: 'item-id-has-a-bound',
        when: (seen) => isRefusal(seen) && !readPath(seen).includes('?'),
        hints: [
          'A whole `item_id` was refused. Any whole number will do, 0 and negative ones too.',
          'Does your pattern know the minus, and do you ask for a positive number?',
          'z.string().regex(/^-?\\d+$/).transform(Number)',
        ],
      },
      {
        id: 'end-of-the-range-refused',
        when: isRefusal,
        hints: [
          'This value is at the end of its range, or well inside it, and was refused.',
          'Do you write `< 100` or `<= 100`, `.positive()` or `.min(0)`, `!skip` or `skip < 0`?',
          'z.number().min(1).max(100) // both ends included',
        ],
      },
      {
        id: 'another-number',
        when: isWrongBody,
        hints: [
          'The request was accepted, but another number came back.',
          'What replaces it: a default by way of `||`, which takes 0 for nothing, or a pattern that drops the minus?',
          'z.string().regex(/^-?\\d+$/).transform(Number) // and skip ?? 0, not skip || 0',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const defaults = { q: null, skip: 0, limit: 10 };
    for (const item_id of [0, -random.integer(1, 99), random.integer(1_000_000, 99_000_000)]) {
      await expectParameters(api, `/items/${item_id}`, { ...defaults, item_id });
    }
    const item_id = random.integer(1, 999);
    for (const sent of [
      { skip: 0, limit: 1 },
      { skip: 1, limit: 100 },
      { skip: random.integer(1000, 1_000_000), limit: random.integer(2, 9) },
    ]) {
      const path = `/items/${item_id}?skip=${sent.skip}&limit=${sent.limit}`;
      await expectParameters(api, path, { ...defaults, item_id, ...sent });
    }
  },
);

check(
  'refuses-with-422',
  {
    title: 'refuses text that is no number with status 422',
    lesson: 'types/say',
    hints: [
      'FastAPI has one status for a request that fails validation, wherever in the request it fails.',
      'Where does your handler choose the status of a refusal?',
      'if (!result.success) return c.json({ detail: [ … ] }, 422);',
    ],
    cases: [
      pathNotTaken,
      parametersThrew,
      {
        id: 'answered-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'FastAPI keeps 400 for other trouble: what fails validation is answered with 422.',
          'Which line answers 400: one of yours, or a validator that answers for you?',
          'return c.json({ detail: [ … ] }, 422); // the status is the second argument',
        ],
      },
      {
        id: 'replaced-by-something',
        when: (seen) => hasStatus(seen, 200) && readReplyKeys(seen).includes('item_id'),
        hints: [
          'A word was taken where a number belongs, and answered with 200.',
          'What became of it: a default, NaN (null in JSON), or did it go through as it is?',
          'z.string().regex(/^-?\\d+$/).transform(Number) // and no .catch(…), no || 10',
        ],
      },
      {
        id: 'error-with-status-200',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'The reply has status 200, which says that all went well, whatever its body says.',
          'Where do you hand `c.json` the status of a refusal?',
          'return c.json({ detail: [ … ] }, 422); // the status is the second argument',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const item_id = random.integer(1, 999);
    for (const path of [
      `/items/${random.word()}`,
      `/items/${item_id}?limit=${random.word()}`,
      `/items/${item_id}?skip=${random.word()}`,
    ]) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(422);
    }
  },
);

const noList: HintCase = {
  id: 'no-list-in-detail',
  when: (seen) => isWrongBody(seen) && readEntries(seen).length === 0,
  hints: [
    'The reply must be an object with a list in `detail`.',
    'What stands under `detail` now: a sentence, an object, nothing? Is the list at the top?',
    'return c.json({ detail: [{ type: …, loc: …, msg: …, input: … }] }, 422);',
  ],
};

const inputAsNumber: HintCase = {
  id: 'input-is-no-text',
  when: (seen) =>
    isWrongBody(seen) &&
    readEntries(seen).some((entry) => 'input' in entry && typeof entry.input !== 'string'),
  hints: [
    '`input` is what the caller sent, and in a URL that is text.',
    'Where do you take `input` from: from what was sent, or from the number that you made of it?',
    'input: sent[name]',
  ],
};

check(
  'names-what-is-wrong',
  {
    title: 'names the type, the place, the message and the input of an error',
    lesson: 'validation/say',
    hints: [
      "Zod's issue and FastAPI's entry say the same in other words. Put them side by side.",
      'Which of the four keys differs from the example in the task?',
      "{ type: 'int_parsing', loc: ['query', name], msg: …, input: sent[name] }",
    ],
    cases: [
      noList,
      {
        id: 'entries-of-zod',
        when: (seen) => isWrongBody(seen) && readEntries(seen)[0]?.path !== undefined,
        hints: [
          "These are Zod's own issues: they have `path` and `code` where FastAPI has `loc` and `type`.",
          'Which of the four keys can you take from an issue, and which must you look up in what was sent?',
          "issues.map((issue) => ({ type: …, loc: ['query', …], msg: …, input: sent[…] }))",
        ],
      },
      {
        id: 'more-entries-than-errors',
        when: (seen) => isWrongBody(seen) && readEntries(seen).length > 1,
        hints: [
          'Only one value of this request is wrong, and your list has more entries.',
          'Do all entries come from this request? Does one value fail two of your conditions?',
          'detail: result.error.issues.map((issue) => …)',
        ],
      },
      {
        id: 'loc-is-no-list',
        when: (seen) => isWrongBody(seen) && typeof readEntries(seen)[0]?.loc === 'string',
        hints: [
          '`loc` is a list of steps, not a text.',
          'What joins the steps into one text?',
          "loc: ['path', 'item_id']",
        ],
      },
      {
        id: 'loc-without-its-part',
        when: (seen) =>
          isWrongBody(seen) && !['path', 'query'].includes(readEntries(seen)[0]?.loc?.[0]),
        hints: [
          '`loc` begins with the part of the request: `path` for `item_id`, `query` for the others.',
          "Zod's `path` holds the name alone. Which step do you put before it?",
          "loc: [name === 'item_id' ? 'path' : 'query', name]",
        ],
      },
      {
        id: 'another-place',
        when: (seen) =>
          isWrongBody(seen) &&
          String(readEntries(seen)[0]?.loc) !== String(Object(readExpected(seen)[0]).loc),
        hints: [
          'The entry names another place than the one that is wrong.',
          '`item_id` stands in the path, `skip` and `limit` in the query. What does your `loc` say?',
          "loc: [name === 'item_id' ? 'path' : 'query', name]",
        ],
      },
      {
        id: 'input-not-sent-back',
        when: (seen) => isWrongBody(seen) && !keysOf(readEntries(seen)[0]).includes('input'),
        hints: [
          'The entry has no `input`: what the caller sent.',
          'Zod leaves the value out of its issues. Where else do you have it?',
          'input: sent[name]',
        ],
      },
      inputAsNumber,
      {
        id: 'input-of-another-request',
        when: (seen) =>
          isWrongBody(seen) && readEntries(seen)[0]?.input !== Object(readExpected(seen)[0]).input,
        hints: [
          'The entry holds another input than the one of this request.',
          'Where does `input` come from: from what was sent, or from your code?',
          'input: sent[name]',
        ],
      },
      {
        id: 'message-of-zod',
        when: (seen) => isWrongBody(seen) && /^invalid/i.test(String(readEntries(seen)[0]?.msg)),
        hints: [
          "`msg` is Zod's sentence; FastAPI has its own, which clients may show.",
          'Which message does the example in the task have?',
          "msg: 'Input should be a valid integer, unable to parse string as an integer'",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const item_id = random.integer(1, 999);
    const [first, second, third] = [random.word(), random.word(), random.word()];
    await expectErrors(api, `/items/${first}`, notParsed('item_id', first));
    await expectErrors(api, `/items/${item_id}?limit=${second}`, notParsed('limit', second));
    await expectErrors(api, `/items/${item_id}?skip=${third}&limit=5`, notParsed('skip', third));
  },
);

check(
  'refuses-what-is-no-whole-number',
  {
    title: 'refuses 4.5, 12abc and the empty text as int_parsing',
    lesson: 'validation/run',
    hints: [
      'Turning text into a number has surprises in JavaScript. Try "4.5", "12abc" and the empty text.',
      'What do `parseInt("4.5")`, `parseInt("12abc")` and `Number("")` return?',
      'z.string().regex(/^-?\\d+$/).transform(Number) // test the text, then convert it',
    ],
    cases: [
      {
        id: 'empty-is-zero',
        when: (seen) => /=(&|$)/.test(readPath(seen)) && !readTypes(seen).includes('int_parsing'),
        hints: [
          'The empty text spells no number, and you took it for one, or for nothing.',
          'What is `Number("")`? Does a condition such as `!text` take the empty text for absent?',
          'z.string().regex(/^-?\\d+$/).transform(Number) // the empty text does not fit',
        ],
      },
      {
        id: 'start-is-enough',
        when: (seen) => hasStatus(seen, 200) && readPath(seen).includes('abc'),
        hints: [
          'This text only begins like a number.',
          'What does `parseInt("12abc")` return? Does your pattern reach from ^ to $?',
          'z.string().regex(/^-?\\d+$/).transform(Number)',
        ],
      },
      {
        id: 'fraction-taken',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'A number with a fraction is no whole number.',
          'Does anything in your code ask for a whole one, or do you cut the fraction off?',
          'z.string().regex(/^-?\\d+$/).transform(Number) // no point in it',
        ],
      },
      {
        id: 'more-entries-than-errors',
        when: (seen) => isWrongBody(seen) && readEntries(seen).length > 1,
        hints: [
          'One value is wrong, and your list has more than one entry.',
          'Does this value fail two of your conditions?',
          'Stop at the first thing that is wrong with a value: return, or else if.',
        ],
      },
      inputAsNumber,
      {
        id: 'another-type',
        when: (seen) => isWrongBody(seen) && readTypes(seen)[0] !== 'int_parsing',
        hints: [
          'FastAPI calls this error as it calls that of a word: the text spells no integer.',
          'How many ways are there through your code for a text that is no whole number?',
          "type: 'int_parsing' // for a fraction too",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const item_id = random.integer(1, 999);
    const fraction = `${random.integer(1, 99)}.${random.integer(1, 9)}`;
    const begun = `${random.integer(1, 99)}abc`;
    for (const text of [begun, fraction]) {
      await expectErrors(api, `/items/${text}`, notParsed('item_id', text));
      await expectErrors(api, `/items/${item_id}?skip=${text}`, notParsed('skip', text));
      await expectErrors(api, `/items/${item_id}?limit=${text}`, notParsed('limit', text));
    }
    await expectErrors(api, `/items/${item_id}?limit=`, notParsed('limit', ''));
    await expectErrors(api, `/items/${item_id}?skip=&limit=5`, notParsed('skip', ''));
  },
);

check(
  'refuses-what-is-out-of-range',
  {
    title: 'refuses skip below 0, limit below 1 and limit above 100',
    lesson: 'types/say',
    hints: [
      'A bound has a type and a message of its own, with the bound in it.',
      'Which of the four keys differs from the table in the task?',
      "{ type: 'greater_than_equal', loc: ['query', name], msg: `Input should be greater than or equal to …`, input: sent[name] }",
    ],
    cases: [
      {
        id: 'not-refused',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'A value out of its range was answered with 200.',
          'Is this bound in your schema, for this parameter? Is the value changed so that it fits?',
          'skip: int.pipe(z.number().min(0)), limit: int.pipe(z.number().min(1).max(100))',
        ],
      },
      {
        id: 'called-int-parsing',
        when: (seen) => readTypes(seen)[0] === 'int_parsing',
        hints: [
          'This is a whole number, only too small or too large: no `int_parsing`.',
          "Does your pattern know the minus, and do you look at the issue's `code`?",
          "switch (issue.code) { case 'too_small': … case 'too_big': … default: … }",
        ],
      },
      {
        id: 'type-of-zod',
        when: (seen) => /^too_|greater_than$|less_than$/.test(String(readTypes(seen)[0])),
        hints: [
          'The type has another name: FastAPI says which comparison failed.',
          'Is the bound itself allowed? Then the comparison is "greater than or equal".',
          "type: issue.code === 'too_small' ? 'greater_than_equal' : 'less_than_equal'",
        ],
      },
      inputAsNumber,
      {
        id: 'another-bound',
        when: (seen) => /equal to \d/.test(String(readEntries(seen)[0]?.msg)),
        hints: [
          'The message ends with another bound than the one that was crossed.',
          '`skip` begins at 0 and `limit` at 1; `limit` ends at 100. Where do you take the bound from?',
          '`Input should be greater than or equal to …` // issue.minimum has the bound',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const item_id = random.integer(1, 999);
    const below = String(-random.integer(2, 999));
    const above = String(random.integer(102, 9999));
    for (const text of ['-1', below]) {
      await expectErrors(api, `/items/${item_id}?skip=${text}`, tooSmall('skip', text));
    }
    for (const text of ['0', below]) {
      await expectErrors(api, `/items/${item_id}?limit=${text}`, tooSmall('limit', text));
    }
    for (const text of ['101', above]) {
      await expectErrors(api, `/items/${item_id}?limit=${text}`, tooLarge('limit', text));
    }
  },
);

check(
  'reports-all-errors-at-once',
  {
    title: 'reports all errors at once: item_id, then skip, then limit',
    lesson: 'validation/say',
    hints: [
      'One bad value must not hide another, wherever it stands.',
      'How many issues does Zod give you for this request, and how many of them do you send?',
      'detail: result.error.issues.map((issue) => …)',
    ],
    cases: [
      {
        id: 'query-not-looked-at',
        when: (seen) =>
          isWrongBody(seen) &&
          readEntries(seen).length > 0 &&
          readEntries(seen).every(({ loc }) => String(loc).startsWith('path')),
        hints: [
          'The error in the path is there, those of the query are not.',
          'Is the path checked first, with an answer of its own? Two validators do that too.',
          'Parameters.safeParse({ ...c.req.query(), ...c.req.param() }) // one schema for both',
        ],
      },
      {
        id: 'errors-left-out',
        when: (seen) => isWrongBody(seen) && readEntries(seen).length < readExpected(seen).length,
        hints: [
          'Some of the errors are missing from your list.',
          'Do you stop at the first one: `issues[0]`, a `return` in a loop, `if … else if`?',
          'detail: result.error.issues.map((issue) => …)',
        ],
      },
      {
        id: 'another-order',
        when: (seen) => isWrongBody(seen) && readEntries(seen).length === readExpected(seen).length,
        hints: [
          'All errors are there, but in another order.',
          'What gives your order: the URL, a sort, or the schema? Zod goes through the schema from top to bottom.',
          'z.object({ item_id: …, q: …, skip: …, limit: … }) // in this order',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const [first, second, third] = [random.word(), random.word(), random.word()];
    const below = String(-random.integer(1, 99));
    const above = String(random.integer(101, 999));
    await expectErrors(
      api,
      `/items/${random.integer(1, 99)}?limit=${second}&skip=${third}`,
      notParsed('skip', third),
      notParsed('limit', second),
    );
    await expectErrors(
      api,
      `/items/${first}?limit=${above}&skip=${below}`,
      notParsed('item_id', first),
      tooSmall('skip', below),
      tooLarge('limit', above),
    );
  },
);
