import { check, expect, type FailureSeen, type HintCase, hasStatus } from '../../kit/checks.ts';
import { readEntries, readErrors } from '../../kit/error-list.ts';
import { isAbout, isRefusal, readReplyKeys } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { listCases } from '../../kit/listed-errors.ts';
import { readMediaType } from '../../kit/media-type.ts';

const colors = ['red', 'green', 'blue'];
const trueWords = ['true', '1', 'yes', 'on', 't', 'y'];
const falseWords = ['false', '0', 'no', 'off', 'f', 'n'];

const notColor = (input: string) => ({
  type: 'enum',
  loc: ['path', 'color'],
  msg: "Input should be 'red', 'green' or 'blue'",
  input,
});

const notBool = (input: string) => ({
  type: 'bool_parsing',
  loc: ['query', 'exact'],
  msg: 'Input should be a valid boolean, unable to interpret input',
  input,
});

const missing = {
  type: 'missing',
  loc: ['query', 'item-query'],
  msg: 'Field required',
  input: null,
};

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';

/** The color in the path of the request that failed. */
const readColor = (seen: FailureSeen) => decodeURIComponent(readPath(seen).split('/')[2] ?? '');

/** The text of `exact` in the request that failed. */
const readExact = (seen: FailureSeen) =>
  new URLSearchParams(readPath(seen).split('?')[1]).get('exact') ?? '';

/** The value of one key in the reply that failed. */
const readReplied = ({ failure }: FailureSeen, key: string): unknown =>
  Object(failure.received)[key];

/** Whether the reply holds something else than asked for under this key. */
const isWrong = (seen: FailureSeen, key: string) =>
  isAbout(seen, 'the body') &&
  JSON.stringify(readReplied(seen, key)) !== JSON.stringify(Object(seen.failure.expected)[key]);

/** The names of the parameters that the reply complains of. */
const readNames = (seen: FailureSeen) => readEntries(seen).map(({ loc }) => [loc].flat().at(-1));

const capitalize = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

const threw: HintCase = {
  id: 'validation-threw',
  when: (seen) => hasStatus(seen, 500),
  hints: [
    'An error left your handler before it could answer, and became a 500.',
    'Which line threw: `parse`, or one that uses `result.data`, which is undefined where the text does not fit?',
    'const result = Schema.safeParse(…); if (!result.success) return c.json(…, 422);',
  ],
};

const answered400: HintCase = {
  id: 'answered-400',
  when: (seen) => hasStatus(seen, 400),
  hints: [
    'It was refused, with status 400. For what does not fit its types FastAPI has another one.',
    'Which status does the task name, and who chose 400: you, or a middleware that validates for you?',
    'return c.json({ detail: [ … ] }, 422); // the status is the second argument',
  ],
};

check(
  'answers-a-color',
  {
    title: 'answers red, green and blue with 200 and the color',
    lesson: 'developer-experience/see',
    hints: [
      'Three colors are allowed, and each comes back as {"color": …}.',
      'Did the starter answer this request? What did you change since?',
      'if (result.success) return c.json({ color: result.data });',
    ],
    cases: [
      {
        id: 'refused-a-color',
        when: isRefusal,
        hints: (seen) => [
          `"${readColor(seen)}" is one of the three colors, and was refused.`,
          'Is each of the three in your list, spelled as in the task?',
          "z.enum(['red', …]) // each of the three, in small letters",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    for (const color of random.shuffle(colors)) {
      const reply = await api.get(`/models/${color}`);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json, 'the body').toEqual({ color });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'refuses-another-color',
  {
    title: 'refuses any other color with 422 and one entry of type enum',
    lesson: 'developer-experience/see',
    hints: [
      'A choice has three values, and nothing else is one of them.',
      'Compare your entry with the one for pink in the task: which key differs?',
      "{ type: 'enum', loc: ['path', 'color'], msg: …, input: c.req.param('color') }",
    ],
    cases: [
      threw,
      answered400,
      {
        id: 'color-answers-404',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          '404 says that there is nothing at this address. The route is there; the color does not fit.',
          'Do you answer 404, or does your path take three colors only, so that no route is left for others?',
          "app.get('/models/:color', (c) => …) // takes every text, and the handler judges it",
        ],
      },
      {
        id: 'color-in-capitals',
        when: (seen) => hasStatus(seen, 200) && /[A-Z]/.test(readPath(seen)),
        hints: (seen) => [
          `"${readColor(seen)}" has a capital: a choice is compared letter by letter.`,
          'What makes the two alike: `toLowerCase()`, or a pattern with the flag i?',
          "z.enum(['red', …]) // on the text as it came",
        ],
      },
      {
        id: 'part-of-a-color',
        when: (seen) =>
          hasStatus(seen, 200) && colors.some((color) => readPath(seen).includes(color)),
        hints: (seen) => [
          `"${readColor(seen)}" only contains the name of a color.`,
          'Does your condition look at the whole text: `includes`, `startsWith`, a pattern without ^ and $?',
          "z.enum(['red', …]) // the whole text",
        ],
      },
      {
        id: 'inherited-color',
        when: (seen) => hasStatus(seen, 200) && readPath(seen).endsWith('/constructor'),
        hints: [
          '`constructor` was taken for a color: every JavaScript object has a key of this name.',
          'Do you look the color up with `in`, or with `colors[color]`?',
          "z.enum(['red', …]) // or a list and its includes",
        ],
      },
      {
        id: 'took-any-color',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `"${readColor(seen)}" is none of the three colors, and was answered with 200.`,
          'Which schema takes three texts only, and is 422 handed to `c.json`?',
          'if (!result.success) return c.json({ detail: [ … ] }, 422); // the second argument',
        ],
      },
      ...listCases,
      {
        id: 'color-not-as-sent',
        when: (seen) =>
          readEntries(seen)[0]?.type === 'enum' && readEntries(seen)[0]?.input !== readColor(seen),
        hints: [
          'You call it `enum`, which is right; `input` is not the color of this request.',
          'Where does your `input` come from: from the request, or from your code?',
          "input: c.req.param('color')",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const known = random.pick(colors);
    const others = [
      random.word(),
      capitalize(known),
      `${known}dish`,
      `dark${known}`,
      'constructor',
    ];
    for (const color of others) {
      const reply = await api.get(`/models/${color}`);
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [notColor(color)] });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'answers-a-search',
  {
    title: 'answers a search without tags: the text, an empty list and false',
    lesson: 'developer-experience/see',
    hints: [
      'Only `item-query` was sent. The reply has three keys all the same.',
      'What do `tags` and `exact` hold when the URL does not name them?',
      '{ item_query: …, tags: [], exact: false }',
    ],
    cases: [
      {
        id: 'empty-text-refused',
        when: (seen) => isRefusal(seen) && readPath(seen).endsWith('item-query='),
        hints: [
          '`item-query=` sends an empty text, and that is a text: it is not missing.',
          'Which of your conditions is true for the empty text: `!value`, `value || …`, `.min(1)`?',
          'z.string() // only undefined is missing',
        ],
      },
      {
        id: 'other-parameter-refused',
        when: (seen) => isRefusal(seen) && readPath(seen).includes('sort='),
        hints: [
          'A parameter that you did not declare is no error.',
          'Is your schema strict about keys that it does not know?',
          'z.object({ … }) // drops them; z.strictObject({ … }) refuses them',
        ],
      },
      {
        id: 'exact-required',
        when: (seen) => isRefusal(seen) && readNames(seen).includes('exact'),
        hints: [
          '`exact` may be left out, and is false then.',
          'What does your schema, or your condition, say about a value that is undefined?',
          'exact: ….default(false)',
        ],
      },
      {
        id: 'tag-required',
        when: (seen) => isRefusal(seen) && readNames(seen).includes('tag'),
        hints: [
          '`tag` may be left out, and the list is empty then.',
          "What is `c.req.queries('tag')` when there is none, and does your schema take that?",
          'tag: z.array(z.string()).default([])',
        ],
      },
      {
        id: 'search-refused',
        when: isRefusal,
        hints: [
          '`item-query` was sent, `tag` and `exact` may be left out, and yet this is refused.',
          'Do you read `item-query` by the name that it has in the URL, with a hyphen?',
          "'item-query': c.req.query('item-query')",
        ],
      },
      {
        id: 'no-item-query',
        when: (seen) => isAbout(seen, 'the body') && !readReplyKeys(seen).includes('item_query'),
        hints: [
          'The reply has no `item_query`.',
          'Which name do you read, and which do you answer with? The URL has a hyphen, the reply an underscore.',
          "item_query: result.data['item-query']",
        ],
      },
      {
        id: 'text-not-decoded',
        when: (seen) => isWrong(seen, 'item_query') && readPath(seen).includes('%26'),
        hints: [
          'In a URL + stands for a space and %26 for &. This text came back changed or cut.',
          'Who takes the URL apart: you, or `c.req.query`?',
          "c.req.query('item-query') // is decoded already",
        ],
      },
      {
        id: 'no-empty-list',
        when: (seen) => isWrong(seen, 'tags'),
        hints: [
          'Without any `tag` the reply holds an empty list.',
          "What is `c.req.queries('tag')` when there is none, and what is left of undefined in JSON?",
          'z.array(z.string()).default([])',
        ],
      },
      {
        id: 'exact-not-false',
        when: (seen) => isWrong(seen, 'exact'),
        hints: [
          'Without `exact` the reply says false.',
          "What is `c.req.query('exact')` when it was not sent, and what is left of undefined in JSON?",
          'exact: ….default(false)',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const [first, second] = [random.word(), random.word()];
    const searches = [
      [`item-query=${first}`, first],
      [`sort=new&item-query=${second}+%26+${first}`, `${second} & ${first}`],
      ['item-query=', ''],
    ];
    for (const [query, text] of searches) {
      const reply = await api.get(`/search?${query}`);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json, 'the body').toEqual({ item_query: text, tags: [], exact: false });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'lists-the-tags',
  {
    title: 'lists every tag, in the order in which they came',
    lesson: 'developer-experience/see',
    hints: [
      'A parameter can be repeated, and then has several values.',
      'Which method of `c.req` gives all values of a name, and which only the first?',
      "tag: c.req.queries('tag') // a list, or undefined",
    ],
    cases: [
      {
        id: 'tag-refused',
        when: isRefusal,
        hints: [
          'Tags are texts, and any number of them may come: one is a list of one.',
          'Does your schema see a text or a list: `c.req.query` gives a text, `c.req.queries` a list?',
          "tag: c.req.queries('tag') // a list, or undefined",
        ],
      },
      {
        id: 'tag-is-no-list',
        when: (seen) => !Array.isArray(readReplied(seen, 'tags')),
        hints: [
          '`tags` is not a list. It is one even if a single tag came.',
          'Which method of `c.req` gives all values of a name, and which only the first?',
          "tag: c.req.queries('tag') // a list, or undefined",
        ],
      },
      {
        id: 'tag-split',
        when: (seen) => isWrong(seen, 'tags') && readPath(seen).includes(','),
        hints: [
          'A comma is part of a tag. Several tags come as several parameters, not in one text.',
          "What takes the text apart: `split(',')`?",
          "tag: c.req.queries('tag') // one text for each tag=…",
        ],
      },
      {
        id: 'first-tag-only',
        when: (seen) =>
          isWrong(seen, 'tags') && String(readReplied(seen, 'tags')).split(',').length === 1,
        hints: [
          'Several tags came, and your list holds one.',
          "`c.req.query('tag')` stops at one value. Which method of `c.req` gives all of them?",
          "tag: c.req.queries('tag')",
        ],
      },
      {
        id: 'tags-rearranged',
        when: (seen) => isWrong(seen, 'tags'),
        hints: [
          'The tags come back otherwise than they were sent: as many, in that order, as texts.',
          'What changes the list on its way: a sort, a Set, a conversion?',
          'tags: result.data.tag // as it came',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const text = random.word();
    const [first, second] = [random.word(), String(random.integer(1, 99))];
    const turned = random.shuffle([`z${first}`, `a${first}`]);
    const searches = [
      [first],
      // Out of order, whatever was drawn, and the first one twice.
      [...turned, second, ...turned.slice(0, 1)],
      [`${first},${second}`],
    ];
    for (const tags of searches) {
      const [head, ...rest] = tags.map((tag) => `tag=${tag}`);
      const query = [head, `item-query=${text}`, ...rest].join('&');
      const reply = await api.get(`/search?${query}`);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json, 'the body').toEqual({ item_query: text, tags, exact: false });
    }
  },
);

check(
  'reads-the-boolean',
  {
    title: 'reads the twelve words of exact as true or false, in capitals too',
    lesson: 'developer-experience/see',
    hints: [
      'Six words mean true and six mean false. The task lists them.',
      'How do you get from the text to true or false: by what it spells, or by whether it is there?',
      "['true', '1', …].includes(text.toLowerCase())",
    ],
    cases: [
      {
        id: 'false-is-true',
        when: (seen) =>
          readReplied(seen, 'exact') === true && falseWords.includes(readExact(seen).toLowerCase()),
        hints: (seen) => [
          `"${readExact(seen)}" became true. Every text that is not empty is true for JavaScript.`,
          'Do you convert with `z.coerce.boolean()`, `Boolean(…)` or `!!`, which do not read the text?',
          'trueWords.includes(word) ? true : falseWords.includes(word) ? false : … // an error',
        ],
      },
      {
        id: 'true-is-false',
        when: (seen) =>
          readReplied(seen, 'exact') === false && trueWords.includes(readExact(seen).toLowerCase()),
        hints: (seen) => [
          `"${readExact(seen)}" is one of the six words that mean true, and became false.`,
          'Which words do you compare with, and do capitals make a difference?',
          "['true', '1', …].includes(text.toLowerCase())",
        ],
      },
      {
        id: 'exact-is-text',
        when: (seen) => typeof readReplied(seen, 'exact') === 'string',
        hints: [
          '`exact` goes back as the text that came. It should be true or false.',
          'Which object do you send: what came in, or what the schema made of it?',
          'exact: result.data.exact // not the text',
        ],
      },
      {
        id: 'capitals-refused',
        when: (seen) => isRefusal(seen) && /[A-Z]/.test(readExact(seen)),
        hints: (seen) => [
          `"${readExact(seen)}" is refused: these words count in capitals too.`,
          'At which point could the text become small letters, before it is compared?',
          'text.toLowerCase()',
        ],
      },
      {
        id: 'word-refused',
        when: isRefusal,
        hints: (seen) => [
          `"${readExact(seen)}" is one of the twelve words, and is refused.`,
          'Is it in your list? Zod can read such words with `z.stringbool`, but brings other lists than FastAPI.',
          "z.stringbool({ truthy: ['true', '1', …], falsy: ['false', '0', …] })",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const text = random.word();
    // In this order always: the word that a mistake meets first stays the same from save to save.
    const small = [...falseWords, ...trueWords];
    const capitals = small.map((word) =>
      random.integer(0, 1) === 0 ? capitalize(word) : word.toUpperCase(),
    );
    for (const word of [...small, ...capitals]) {
      const reply = await api.get(`/search?item-query=${text}&exact=${word}`);
      expect(reply.status, 'the status').toBe(200);
      const exact = trueWords.includes(word.toLowerCase());
      expect(reply.json, 'the body').toEqual({ item_query: text, tags: [], exact });
    }
  },
);

check(
  'refuses-what-is-no-boolean',
  {
    title: 'refuses any other word for exact as bool_parsing',
    lesson: 'developer-experience/see',
    hints: [
      'A text that is none of the twelve words is neither true nor false.',
      'Compare your entry with the one for maybe in the task: which key differs?',
      "{ type: 'bool_parsing', loc: ['query', 'exact'], msg: …, input: c.req.query('exact') }",
    ],
    cases: [
      threw,
      answered400,
      {
        id: 'empty-is-false',
        when: (seen) => hasStatus(seen, 200) && readExact(seen) === '',
        hints: [
          '`exact=` sends an empty text: it was not left out, and it spells no boolean.',
          'Which of your conditions takes the empty text for nothing: `!exact`, `exact || …`?',
          'if (exact === undefined) … // only then was it left out',
        ],
      },
      {
        id: 'spaces-cut-off',
        when: (seen) => hasStatus(seen, 200) && readExact(seen).includes(' '),
        hints: (seen) => [
          `"${readExact(seen)}" has a space, and is none of the twelve words.`,
          'What takes the space away before you compare: `trim()`?',
          'text.toLowerCase() // and no more',
        ],
      },
      {
        id: 'words-of-zod',
        when: (seen) => hasStatus(seen, 200) && readExact(seen) === 'enabled',
        hints: [
          '"enabled" is a boolean for Zod, and none for FastAPI.',
          'Which words does `z.stringbool()` take when you give it no lists?',
          "z.stringbool({ truthy: ['true', '1', …], falsy: ['false', '0', …] })",
        ],
      },
      {
        id: 'begins-like-a-word',
        when: (seen) =>
          hasStatus(seen, 200) &&
          [...trueWords, ...falseWords].some(
            (word) => word.length > 1 && readExact(seen).startsWith(word),
          ),
        hints: (seen) => [
          `"${readExact(seen)}" only begins like one of the twelve words.`,
          'Does your condition look at the whole text: `startsWith`, a pattern without ^ and $?',
          "['true', '1', …].includes(text.toLowerCase()) // the whole text",
        ],
      },
      {
        id: 'other-word-taken',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `"${readExact(seen)}" was taken for a boolean, and is none of the twelve words.`,
          'You know which words mean one of the two. Is all the rest the other, in your code?',
          'true for six words, false for six, and 422 for the rest: three ways, not two',
        ],
      },
      ...listCases,
      {
        id: 'boolean-not-as-sent',
        when: (seen) =>
          readEntries(seen)[0]?.type === 'bool_parsing' &&
          readEntries(seen)[0]?.input !== readExact(seen),
        hints: [
          'You call it `bool_parsing`, which is right; `input` is not the text as it was sent.',
          'Is it what you made of the text: in small letters, without spaces, null for nothing?',
          "input: c.req.query('exact')",
        ],
      },
      {
        id: 'exact-is-not-missing',
        when: (seen) => readEntries(seen)[0]?.type === 'missing',
        hints: [
          '`exact` was sent, so nothing is missing: what it holds is no boolean.',
          'How do you tell a parameter that was left out from one that does not fit?',
          "c.req.query('exact') === undefined // left out; '' and other texts were sent",
        ],
      },
      {
        id: 'another-type',
        when: (seen) => readEntries(seen).some(({ type }) => type !== 'bool_parsing'),
        hints: [
          'The entry does not say `bool_parsing`.',
          'Which entry in the task is about `exact`, and how does your code choose one?',
          "{ type: 'bool_parsing', loc: ['query', 'exact'], msg: …, input: … }",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const text = random.word();
    const begun = `${random.pick(['true', 'false', 'yes'])}${random.word(3)}`;
    const others = [
      random.word(),
      capitalize(random.word()),
      String(random.integer(2, 99)),
      'enabled',
      begun,
      ' true',
      'no ',
      '',
    ];
    for (const word of others) {
      const exact = encodeURIComponent(word);
      const reply = await api.get(`/search?item-query=${text}&exact=${exact}`);
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [notBool(word)] });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'requires-the-item-query',
  {
    title: 'reports a missing item-query, with null as its input',
    lesson: 'developer-experience/run',
    hints: [
      'Nothing was sent under this name, so there is no value to show.',
      'Compare your entry with the one that says missing in the task: which key differs?',
      "{ type: 'missing', loc: ['query', 'item-query'], msg: 'Field required', input: null }",
    ],
    cases: [
      threw,
      answered400,
      {
        id: 'name-of-the-reply',
        when: (seen) => hasStatus(seen, 200) && readPath(seen).includes('item_query='),
        hints: [
          '`item_query` with an underscore is the name in the reply. In the URL it means nothing.',
          'Which names do you look for in the URL?',
          "'item-query': c.req.query('item-query') // this name only",
        ],
      },
      {
        id: 'not-required',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'A search without `item-query` was answered with 200.',
          "Is it optional in your schema, or does it have a default: `?? ''`, `.default(…)`, `String(…)`?",
          "'item-query': z.string() // neither optional nor with a default",
        ],
      },
      ...listCases,
      {
        id: 'input-is-not-null',
        when: (seen) => (readEntries(seen)[0]?.input ?? null) !== null,
        hints: [
          'For a field missing in a body FastAPI shows the body. For a parameter it shows null.',
          'What is your `input` when nothing was sent?',
          'input: null',
        ],
      },
      {
        id: 'missing-by-another-name',
        when: (seen) => readEntries(seen)[0]?.type !== 'missing',
        hints: [
          'Nothing was sent under this name. Zod calls that a text of the wrong type, FastAPI calls it missing.',
          'How do you tell a parameter that was left out from one that does not fit?',
          "{ type: 'missing', loc: ['query', 'item-query'], msg: 'Field required', input: null }",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    for (const path of ['/search', `/search?tag=${word}&exact=no`, `/search?item_query=${word}`]) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [missing] });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'reports-all-errors-at-once',
  {
    title: 'reports both errors at once, item-query before exact',
    lesson: 'developer-experience/say',
    hints: [
      'One bad parameter must not hide the other.',
      'How many issues does Zod give you for this search, and how many of them do you send?',
      'detail: result.error.issues.map((issue) => …)',
    ],
    cases: [
      {
        id: 'first-error-only',
        when: (seen) => readEntries(seen).length === 1,
        hints: [
          'Two parameters are wrong here, and your list has one entry.',
          'Do you answer at the first error, or collect them and answer at the end?',
          'detail: result.error.issues.map((issue) => …) // an entry for each',
        ],
      },
      {
        id: 'order-of-the-url',
        when: (seen) => String(readEntries(seen)[0]?.loc).endsWith('exact'),
        hints: [
          'Both errors are there, but `exact` comes first.',
          'Do you go through the parameters as they came, or sort the entries? The order is that of the declaration.',
          "z.object({ 'item-query': …, tag: …, exact: … }) // Zod keeps this order",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    for (const query of [`exact=${word}`, `exact=${word}&tag=${random.word()}`]) {
      const reply = await api.get(`/search?${query}`);
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [missing, notBool(word)] });
    }
  },
);
