import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, readReplyKeys } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** The JSON of a reply, or its text, so that the learner sees what came when it is no JSON. */
const readBody = ({ json, body }: Reply): unknown => json ?? body;

const greetings = {
  v1: (name: string) => ({ message: `Hello, ${name}` }),
  v2: (name: string) => ({ text: `Hello, ${name}`, lang: 'en' }),
};

async function greet(api: Api, version: 'v1' | 'v2', name: string): Promise<void> {
  const reply = await api.get(`/${version}/greeting/${encodeURIComponent(name)}`);
  expect(reply.status, 'the status').toBe(200);
  expect(readBody(reply), 'the body').toEqual(greetings[version](name));
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';
const readVersion = (seen: FailureSeen) => readPath(seen).split('/')[1] ?? '';

/** The greeting that came, in either version. */
const readGreeting = ({ exchange }: FailureSeen) => {
  const { message, text } = Object(exchange?.response?.json);
  return String(message ?? text ?? '');
};

const hasKeysOf = (seen: FailureSeen, keys: string[]) =>
  isAbout(seen, 'the body') && keys.every((key) => readReplyKeys(seen).includes(key));

const shapes = [
  "first.get('/greeting/:name', (c) => c.json({ message: … }));",
  "second.get('/greeting/:name', (c) => c.json({ text: …, lang: 'en' }));",
] as const;

/** What both versions have in common. */
const greetingCases: HintCase[] = [
  {
    id: 'version-not-served',
    when: (seen) => hasStatus(seen, 404),
    hints: (seen) => [
      `Nothing answers \`/${readVersion(seen)}/greeting/…\`: no router is joined there, or it had no such route when it was joined.`,
      'Is the router joined below its routes, and is the prefix given once, by `app.route` alone? Is the name `:name`, with a colon?',
      `app.route('/${readVersion(seen)}', …); // below the routes of this router`,
    ],
  },
  {
    id: 'keys-of-both-versions',
    when: (seen) => hasKeysOf(seen, ['message', 'text']) || hasKeysOf(seen, ['message', 'lang']),
    hints: [
      'The reply has keys of both versions. Each version sends its own, and no more.',
      'Do both routers use one function that makes the whole reply? They may share the greeting, not its shape.',
      shapes.join(' '),
    ],
  },
  {
    id: 'words-of-the-other-version',
    when: (seen) =>
      readVersion(seen) === 'v1' ? hasKeysOf(seen, ['text']) : hasKeysOf(seen, ['message']),
    hints: (seen) => [
      `\`/${readVersion(seen)}\` answers in the words of the other version.`,
      'Which router is joined under which prefix, and is each reply made for this request, and not kept from another?',
      "app.route('/v1', first); app.route('/v2', second);",
    ],
  },
  {
    id: 'name-not-decoded',
    when: (seen) => /%[0-9A-F]{2}/i.test(readGreeting(seen)),
    hints: [
      'The greeting holds the name as the URL spells it, with percent signs.',
      'Where do you read it: from the URL itself, or with `c.req.param`, which decodes it?',
      "c.req.param('name')",
    ],
  },
  {
    id: 'undefined-name',
    when: (seen) => /undefined|null|[{}]/.test(readGreeting(seen)),
    hints: [
      'The greeting holds something that is no name: the parameter is not there, or nothing was filled in.',
      'Is the parameter called the same in the path and in `c.req.param(…)`? Do backticks stand around the text?',
      "'Hello, ' + c.req.param('name')",
    ],
  },
  {
    id: 'sent-as-text',
    when: (seen) => isAbout(seen, 'the body') && seen.exchange?.response?.json === undefined,
    hints: [
      'What came back is plain text, and the task asks for JSON.',
      'Which method of `c` do you answer with: `c.text()` or `c.json()`?',
      'return c.json({ … });',
    ],
  },
  notSentAsJson,
  anotherSuccess,
];

check(
  'greets-in-the-first-version',
  {
    title: 'answers GET /v1/greeting/{name} with {"message": …} and nothing else',
    lesson: 'modular/see',
    hints: [
      'The reply is an object with one key, `message`. The greeting is `Hello`, a comma, a space and the name.',
      'What do you hand to `c.json(…)` in the first router, letter by letter?',
      shapes[0],
    ],
    cases: [
      {
        id: 'not-written',
        when: (seen) => hasStatus(seen, 501),
        hints: [
          'This is still the reply of the starter: status 501, "not written yet".',
          'What should `c.json(…)` get, and which status do you get without a second argument?',
          shapes[0],
        ],
      },
      ...greetingCases,
    ],
  },
  ({ api, random }) => greet(api, 'v1', random.word()),
);

check(
  'greets-in-the-second-version',
  {
    title: 'answers GET /v2/greeting/{name} with {"text": …, "lang": "en"} and nothing else',
    lesson: 'modular/say',
    hints: [
      'The reply is an object with two keys: `text`, the same greeting, and `lang`, which is "en".',
      'What do you hand to `c.json(…)` in the second router, letter by letter?',
      shapes[1],
    ],
    cases: greetingCases,
  },
  ({ api, random }) => greet(api, 'v2', random.word()),
);

check(
  'greets-any-name',
  {
    title: 'keeps the name as it was meant, in both versions',
    lesson: 'modular/see',
    hints: [
      'The name goes into the greeting as it is: capitals, digits, spaces and letters of any language.',
      'What do you do with the name between `c.req.param` and `c.json`, and is it the same in both versions?',
      "'Hello, ' + c.req.param('name') // nothing more",
    ],
    cases: [
      {
        id: 'name-not-taken',
        when: (seen) => [400, 404, 422].some((status) => hasStatus(seen, status)),
        hints: (seen) => [
          `\`${readPath(seen)}\` was turned away, and any text is a name here.`,
          'Does a pattern in the path, or a test in your code, allow some letters only?',
          "….get('/greeting/:name', (c) => …) // no pattern behind :name",
        ],
      },
      ...greetingCases,
    ],
  },
  async ({ api, random }) => {
    for (const version of ['v1', 'v2'] as const) {
      const word = random.word();
      const names = [`Mc${word}-${random.integer(1, 99)}`, `${word} L`, `Ż${word}`];
      for (const name of names) await greet(api, version, name);
    }
  },
);

check(
  'keeps-the-versions-apart',
  {
    title: 'answers each version in its own words, whichever was asked before',
    lesson: 'modular/say',
    hints: [
      'The same name is asked for in one version and then in the other. Neither request may leave anything behind.',
      'What lives outside your handlers, and which of them changes it?',
      'c.json({ … }) // an object made anew for each request',
    ],
    cases: greetingCases,
  },
  async ({ api, random }) => {
    const name = random.word();
    await greet(api, 'v2', name);
    await greet(api, 'v1', name);
    await greet(api, 'v2', name);
    await greet(api, 'v1', name);
  },
);

check(
  'serves-two-versions-only',
  {
    title: 'answers 404 without a version, and for any other one',
    lesson: 'modular/say',
    hints: [
      'There are two versions. All else is a path that nobody serves, and Hono answers it with 404 by itself.',
      'Which prefixes do you join your routers under?',
      "app.route('/v1', first); app.route('/v2', second); // and nowhere else",
    ],
    cases: [
      {
        id: 'found-everything',
        when: (seen) => hasStatus(seen, 200) && readGreeting(seen) === '',
        hints: [
          'Nobody serves this path, and the reply still has status 200, which says that all went well.',
          'Does a route of yours take every path, or does `app.notFound` leave the status out?',
          "app.notFound((c) => c.json({ detail: 'Not Found' }, 404)); // the status is the second argument",
        ],
      },
      {
        id: 'greets-without-a-version',
        when: (seen) => hasStatus(seen, 200) && readVersion(seen) === 'greeting',
        hints: [
          '`/greeting/…` was answered, without a version in the path.',
          'Is a router joined at `/` as well, or the route declared on the app?',
          "app.route('/v1', first); // with its prefix, once",
        ],
      },
      {
        id: 'greets-in-any-version',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readPath(seen)}\` was answered, and there is no version \`${readVersion(seen)}\`.`,
          'Is the version a parameter of your path, or a pattern that takes more than v1 and v2?',
          "app.route('/v1', first); app.route('/v2', second); // two fixed prefixes",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const name = random.word();
    const others = ['v0', 'v3', `v${random.integer(10, 29)}`, `v1${random.word(2)}`, random.word()];
    for (const path of [
      `/greeting/${name}`,
      ...others.map((other) => `/${other}/greeting/${name}`),
    ]) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(404);
    }
  },
);
