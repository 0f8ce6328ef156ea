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

/** Asks for a greeting, and wants this one as JSON; other keys are free. */
async function expectMessage(api: Api, path: string, message: string): Promise<void> {
  const reply = await api.get(path);
  expect(reply.status, 'the status').toBe(200);
  expect(readBody(reply), 'the body').toMatchObject({ message });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const greet = (api: Api, name: string) =>
  expectMessage(api, `/hello/${encodeURIComponent(name)}`, `Hello, ${name}`);

/** The words that came back under `message`; undefined when there are none. */
const readMessage = ({ exchange }: FailureSeen): string | undefined => {
  const { message } = Object(exchange?.response?.json);
  return typeof message === 'string' ? message : undefined;
};

const isGreeting = (seen: FailureSeen, pattern: RegExp) => pattern.test(readMessage(seen) ?? '');

/** The greeting that was asked for; empty when the check failed before it compared greetings. */
const readExpected = ({ failure }: FailureSeen) => String(Object(failure.expected).message ?? '');

const greetsAnother = (seen: FailureSeen) => {
  const name = readExpected(seen).replace('Hello, ', '');
  return isGreeting(seen, /^Hello, \w/) && readMessage(seen)?.includes(name) === false;
};

const capitalsChanged: HintCase = {
  id: 'capitals-changed',
  when: (seen) => readMessage(seen)?.toLowerCase() === readExpected(seen).toLowerCase(),
  hints: [
    'The capitals of the name have changed on the way.',
    'Which of your lines changes them: `toLowerCase`, `toUpperCase`, a "first letter" helper?',
    "const name = c.req.param('name'); // as it is",
  ],
};

const isNoJson = (seen: FailureSeen) =>
  isAbout(seen, 'the body') && seen.exchange?.response?.json === undefined;

const sentAsText: HintCase = {
  id: 'sent-as-text',
  when: isNoJson,
  hints: [
    'What came back is plain text, and the task asks for JSON: an object with the key `message`.',
    'Which method of `c` do you answer with: `c.text()`, `c.body()` or `c.json()`?',
    'return c.json({ message: … });',
  ],
};

check(
  'says-hello',
  {
    title: 'answers GET / with 200 and {"message": "Hello World"}',
    lesson: 'what-is-fastapi/see',
    hints: [
      'The reply is a JSON object with one key, `message`, and the words are fixed.',
      'What do you hand to `c.json(...)` in the route at `/`, letter by letter?',
      "app.get('/', (c) => c.json({ message: 'Hello World' }));",
    ],
    cases: [
      {
        id: 'not-written',
        when: (seen) => hasStatus(seen, 501),
        hints: [
          'This is still the reply of the starter: status 501, "not written yet".',
          'Which object should `c.json(...)` get, and which status do you get without a second argument?',
          "app.get('/', (c) => c.json({ message: 'Hello World' }));",
        ],
      },
      {
        id: 'nothing-at-the-root',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          'Nothing answered `GET /`, so the reply became a 404.',
          "Is the route registered with `app.get` and the path `'/'`, and does its function return the reply?",
          "app.get('/', (c) => { return c.json({ message: 'Hello World' }); });",
        ],
      },
      {
        id: 'another-key',
        when: (seen) =>
          isAbout(seen, 'the body') &&
          readReplyKeys(seen).length > 0 &&
          readMessage(seen) === undefined,
        hints: [
          'Your JSON has no key `message` at the top.',
          'Under which key do the words stand in your reply?',
          "c.json({ message: 'Hello World' })",
        ],
      },
      sentAsText,
      notSentAsJson,
      anotherSuccess,
    ],
  },
  ({ api }) => expectMessage(api, '/', 'Hello World'),
);

check(
  'greets-by-name',
  {
    title: 'answers GET /hello/{name} with a greeting of that name',
    lesson: 'what-is-fastapi/see',
    hints: [
      'The greeting is `Hello`, a comma, a space, and the name from the path.',
      'Which text do you build, and where does the name in it come from?',
      "app.get('/hello/:name', (c) => c.json({ message: 'Hello, ' + c.req.param('name') }));",
    ],
    cases: [
      {
        id: 'no-parameter-in-the-path',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          'No route took this path. The name is a different one each time, so the path needs a parameter.',
          'How does Hono spell it: `{name}`, as FastAPI does, or `:name`? Does the route start with `/hello/`?',
          "app.get('/hello/:name', (c) => …)",
        ],
      },
      {
        id: 'template-not-filled',
        when: (seen) => isGreeting(seen, /[{}]/),
        hints: [
          'The greeting holds your code itself: nothing was filled in.',
          'Which quotes stand around the text? JavaScript fills in between backticks only.',
          "c.json({ message: 'Hello, ' + c.req.param('name') }) // or a text between backticks",
        ],
      },
      {
        id: 'undefined-name',
        when: (seen) => isGreeting(seen, /undefined|null|\[object/),
        hints: [
          'The greeting holds something that is no name: your code read a parameter that is not there.',
          'Is the parameter called the same in the path and in `c.req.param(...)`? It is in the path, not in the query.',
          "app.get('/hello/:name', (c) => … c.req.param('name') …)",
        ],
      },
      capitalsChanged,
      {
        id: 'another-name',
        when: greetsAnother,
        hints: [
          'The greeting has the right form, but it greets somebody else.',
          'Where does the name come from: from this request, or from your code?',
          "const name = c.req.param('name');",
        ],
      },
      sentAsText,
      notSentAsJson,
      anotherSuccess,
    ],
  },
  async ({ api, random }) => {
    await greet(api, random.word());
    await greet(api, random.word());
  },
);

check(
  'keeps-the-name-as-it-is',
  {
    title: 'keeps capitals, digits and punctuation of the name',
    lesson: 'what-is-fastapi/see',
    hints: [
      'The name goes into the greeting as it is: nothing is added, changed or cut off.',
      'What do you do with the name between `c.req.param` and `c.json`?',
      "c.json({ message: 'Hello, ' + c.req.param('name') })",
    ],
    cases: [
      capitalsChanged,
      {
        id: 'name-not-taken',
        when: (seen) => [400, 404, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'This name was turned away, and any text is a name here.',
          'Does a pattern in the path, or a test in your code, allow some letters only?',
          "app.get('/hello/:name', (c) => …) // no pattern behind :name",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    await greet(api, `mc${word.toUpperCase()}`);
    await greet(api, `${word}-${random.integer(10, 99)}.${random.word(2)}`);
  },
);

check(
  'decodes-the-name',
  {
    title: 'greets names that a URL must encode, such as Żaneta and Ada L',
    lesson: 'what-is-fastapi/see',
    hints: [
      'A URL holds no space and no Ż: they travel as %20 and %C5%BB, and must be turned back.',
      'Where do you read the name: from the URL itself, or from `c.req.param`, which decodes it?',
      "c.req.param('name') // or decodeURIComponent(…), once",
    ],
    cases: [
      {
        id: 'not-decoded',
        when: (seen) => isGreeting(seen, /%[0-9A-F]{2}/i),
        hints: [
          'The greeting holds the name as the URL spells it, with percent signs.',
          'Where do you read the name: from the URL itself, or from `c.req.param`, which decodes it?',
          "c.req.param('name') // or decodeURIComponent(…), once",
        ],
      },
      {
        id: 'encoded-not-taken',
        when: (seen) => [400, 404, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'This name was turned away. Spaces and letters of any language belong to names.',
          'Does a pattern in the path, or a test in your code, allow A to Z only?',
          "app.get('/hello/:name', (c) => …) // no pattern behind :name",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    await greet(api, `Ż${random.word()}`);
    await greet(api, `${random.word()} ${random.word()}`);
    await greet(api, `${random.pick(['李', 'é', 'ß', '🦄'])}${random.word(3)}`);
  },
);

check(
  'answers-404',
  {
    title: 'answers a path that nobody serves with 404 and {"detail": "Not Found"}',
    lesson: 'what-is-fastapi/see',
    hints: [
      'Hono has a 404 of its own, in plain text. FastAPI sends JSON with `detail`.',
      'Which function does Hono call when no route fits, and what does yours return?',
      "app.notFound((c) => c.json({ detail: 'Not Found' }, 404));",
    ],
    cases: [
      {
        id: 'hello-without-a-name',
        when: (seen) => hasStatus(seen, 200) && seen.exchange?.request.path === '/hello',
        hints: [
          '`/hello` has no name in it, and somebody was greeted.',
          'Is the name optional in your path (`:name?`), or is there a route at `/hello` too?',
          "app.get('/hello/:name', (c) => …)",
        ],
      },
      {
        id: 'hello-with-more',
        when: (seen) =>
          hasStatus(seen, 200) && seen.exchange?.request.path.startsWith('/hello/') === true,
        hints: [
          'This path goes on after the name, and somebody was greeted.',
          'Does your path take more than one step, as `/hello/*` or `:name{.+}` do?',
          "app.get('/hello/:name', (c) => …) // :name ends at the next slash",
        ],
      },
      {
        id: 'found-everything',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'Nobody serves this path, and the reply still has status 200, which says that all went well.',
          'Does a route of yours take every path, or does `app.notFound` leave the status out?',
          "app.notFound((c) => c.json({ detail: 'Not Found' }, 404)); // the status is the second argument",
        ],
      },
      {
        id: 'own-text-of-hono',
        when: isNoJson,
        hints: [
          'The status is right, but the body is plain text: that is how Hono answers by itself.',
          'How do you tell Hono what to answer when no route fits?',
          "app.notFound((c) => c.json({ detail: 'Not Found' }, 404));",
        ],
      },
      {
        id: 'other-words',
        when: (seen) => isAbout(seen, 'the body'),
        hints: [
          'It is JSON, but FastAPI has another key or other words there, and its clients look for them.',
          'What stands in the table of the task, letter by letter?',
          "{ detail: 'Not Found' }",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    for (const path of [`/${word}`, '/hello', `/hello/${word}/${random.word()}`]) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(404);
      expect(readBody(reply), 'the body').toMatchObject({ detail: 'Not Found' });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);
