import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { readEntries, readErrors } from '../../kit/error-list.ts';
import { isAbout, readReplyKeys } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { listCases } from '../../kit/listed-errors.ts';
import { readMediaType } from '../../kit/media-type.ts';

const rightToken = { 'X-Token': 'secret' };
const missing = {
  detail: [{ type: 'missing', loc: ['header', 'x-token'], msg: 'Field required', input: null }],
};

/** The JSON of a reply, or its text, so that the learner sees what came when it is no JSON. */
const readBody = ({ json, body }: Reply): unknown => json ?? body;

/** Asks with the right token, and wants this JSON; other keys are free. */
async function expectJson(api: Api, path: string, json: object): Promise<void> {
  const reply = await api.get(path, { headers: rightToken });
  expect(reply.status, 'the status').toBe(200);
  expect(readBody(reply), 'the body').toMatchObject(json);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const expectName = (api: Api, username: string) =>
  expectJson(api, `/users/${encodeURIComponent(username)}`, { username });

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';

/** The token of the request that failed; undefined when it had none. */
const readToken = ({ exchange }: FailureSeen) => exchange?.request.headers['x-token'];

const readJson = ({ exchange }: FailureSeen): unknown => exchange?.response?.json;

/** The name that came back; undefined when the check failed before it compared names. */
const readName = (seen: FailureSeen): unknown =>
  isAbout(seen, 'the body') ? Object(readJson(seen)).username : undefined;

const isTurnedAway = (seen: FailureSeen) =>
  [400, 401, 403, 422].some((status) => hasStatus(seen, status));

const refusedTheToken: HintCase = {
  id: 'refused-the-right-token',
  when: isTurnedAway,
  hints: [
    'This request carried `X-Token: secret`, the right token, and was turned away.',
    'Which header do you read, what do you compare it with, and is it equal or not equal in your condition?',
    "if (c.req.header('x-token') !== 'secret') return c.json({ … }, 403);",
  ],
};

const notFinalized: HintCase = {
  id: 'neither-reply-nor-next',
  when: (seen) => hasStatus(seen, 500),
  hints: [
    'An error became a 500. Hono also answers so when a middleware neither returns a reply nor waits for the route.',
    'On each way through your middleware: is there a `return c.json(…)`, or an `await next()`?',
    'users.use(async (c, next) => { if (…) return c.json({ … }, 403); await next(); });',
  ],
};

const sentAsText: HintCase = {
  id: 'sent-as-text',
  when: (seen) => isAbout(seen, 'the body') && readJson(seen) === undefined,
  hints: [
    'What came back is plain text, and the task asks for JSON.',
    'What made this reply: `c.json`, or `c.text`, a `Response`, an `HTTPException` of Hono, which answers with text?',
    'return c.json({ … }, …); // the status is the second argument',
  ],
};

/** What `/users/me` and a name have in common. */
const userCases = [refusedTheToken, notFinalized, sentAsText, notSentAsJson, anotherSuccess];

const noUsername: HintCase = {
  id: 'no-username',
  when: (seen) => isAbout(seen, 'the body') && !readReplyKeys(seen).includes('username'),
  hints: [
    'The reply has no key `username` at the top.',
    'Under which key do you answer? JSON leaves out what is undefined: is the parameter called the same in the path?',
    "users.get('/:username', (c) => c.json({ username: c.req.param('username') }));",
  ],
};

const statusLeftOut: HintCase = {
  id: 'status-left-out',
  when: (seen) => hasStatus(seen, 200) && readReplyKeys(seen).includes('detail'),
  hints: [
    'The body says no, and the status says that all went well: 200.',
    'Is the status the second argument of `c.json`, behind the object and not in it?',
    'return c.json({ detail: … }, …);',
  ],
};

const turnedAwayOtherwise: HintCase = {
  id: 'turned-away-otherwise',
  when: (seen) => hasStatus(seen, 400) || hasStatus(seen, 404),
  hints: (seen) => [
    `It was turned away, but with status ${seen.failure.received}, and the task asks for ${seen.failure.expected}.`,
    'Who chose this status: you, or something that answers for you, as `c.notFound()` or a validator does?',
    `return c.json({ detail: … }, ${seen.failure.expected}); // the status is the second argument`,
  ],
};

check(
  'lists-the-users',
  {
    title: 'answers GET /users/ with the list, for the right token',
    lesson: 'modular/say',
    hints: [
      'The reply is a list of two users, Rick and Morty, in this order.',
      'What do you hand to `c.json(…)` in the route `/` of the router, letter by letter?',
      "users.get('/', (c) => c.json([{ username: 'Rick' }, …]));",
    ],
    cases: [
      {
        id: 'not-written',
        when: (seen) => hasStatus(seen, 501),
        hints: [
          'This is still the reply of the starter: status 501, "not written yet".',
          'Which list should `c.json(…)` get, and which status do you get without a second argument?',
          "users.get('/', (c) => c.json([{ username: 'Rick' }, …]));",
        ],
      },
      {
        id: 'no-route-with-the-slash',
        when: (seen) => [301, 302, 307, 308, 404].some((status) => hasStatus(seen, status)),
        hints: [
          'Nothing answers `/users/`: the router is not joined there, or had no route `/` when it was joined.',
          'Is it joined at `/users/`, with the last slash, and below its routes? Does a route repeat the prefix?',
          "users.get('/', …); app.route('/users/', users); // in this order",
        ],
      },
      refusedTheToken,
      notFinalized,
      {
        id: 'list-under-a-key',
        when: (seen) =>
          isAbout(seen, 'the body') &&
          readReplyKeys(seen).length > 0 &&
          !Array.isArray(readJson(seen)),
        hints: [
          'The reply is an object, and the task asks for a list.',
          'What stands directly inside the parentheses of `c.json(…)`: a brace or a bracket?',
          "c.json([{ username: 'Rick' }, …])",
        ],
      },
      sentAsText,
      notSentAsJson,
      anotherSuccess,
    ],
  },
  ({ api }) => expectJson(api, '/users/', [{ username: 'Rick' }, { username: 'Morty' }]),
);

check(
  'tells-me-from-a-name',
  {
    title: 'answers GET /users/me with Rick, and does not take `me` for a name',
    lesson: 'modular/say',
    hints: [
      '`/users/me` is a route of its own, and its reply is fixed.',
      'Which name does the table of the task give for it?',
      "users.get('/me', (c) => c.json({ username: 'Rick' }));",
    ],
    cases: [
      {
        id: 'me-not-served',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          'No route answered `/users/me`.',
          'Does the path of the route repeat the prefix? In the router it is what comes after `/users`.',
          "users.get('/me', (c) => …) // above app.route(…)",
        ],
      },
      {
        id: 'me-taken-for-a-name',
        when: (seen) => readName(seen) === 'me',
        hints: [
          'The reply is about somebody called `me`: the route for a name took this path.',
          'Is there a route `/me` in the router, and does it stand first? Hono asks from top to bottom, as FastAPI does.',
          "users.get('/me', …); // above users.get('/:username', …)",
        ],
      },
      ...userCases,
      noUsername,
    ],
  },
  ({ api }) => expectJson(api, '/users/me', { username: 'Rick' }),
);

check(
  'answers-any-name',
  {
    title: 'answers GET /users/{username} with that name, decoded',
    lesson: 'modular/say',
    hints: [
      'The name in the path comes back as it was meant, whatever it is.',
      'What do you do with the name between `c.req.param` and `c.json`?',
      "users.get('/:username', (c) => c.json({ username: c.req.param('username') }));",
    ],
    cases: [
      {
        id: 'name-not-served',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          'No route answered this name. It is a different one each time, and any text is a name.',
          'Is the parameter spelled `:username`, with a colon? Do you look the name up in a list, or allow some letters only?',
          "users.get('/:username', (c) => …) // no pattern, no list",
        ],
      },
      {
        id: 'name-not-decoded',
        when: (seen) => /%[0-9A-F]{2}/i.test(String(readName(seen))),
        hints: [
          'The name comes back as the URL spells it, with percent signs.',
          'Where do you read it: from the URL itself, or with `c.req.param`, which decodes it?',
          "c.req.param('username')",
        ],
      },
      {
        id: 'name-in-other-letters',
        when: (seen) =>
          String(readName(seen)).toLowerCase() ===
          String(Object(seen.failure.expected).username).toLowerCase(),
        hints: [
          'The capitals of the name have changed on the way.',
          'Which of your lines changes them: `toLowerCase`, `toUpperCase`?',
          "c.json({ username: c.req.param('username') }) // as it is",
        ],
      },
      {
        id: 'name-taken-for-me',
        when: (seen) => readName(seen) === 'Rick' && /\/me/i.test(readPath(seen)),
        hints: [
          'This name only looks like `me`, and got the reply for `me`.',
          'Does your condition look at the first letters, or make capitals small, where it should compare the whole text?',
          "users.get('/me', …) // this path and no other",
        ],
      },
      ...userCases,
      noUsername,
      {
        id: 'another-name',
        when: (seen) => typeof readName(seen) === 'string',
        hints: [
          'A name came back, but not exactly the one in the path.',
          'Where does it come from: from this request, or from your code? What is done to it?',
          "c.json({ username: c.req.param('username') })",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const names = [word, 'Me', `me${word}`, `${word} ${random.word(3)}`, `Ż${random.word(4)}`];
    for (const name of names) await expectName(api, name);
  },
);

check(
  'asks-for-the-token',
  {
    title: 'answers each route of the router with 422 when there is no token',
    lesson: 'dependencies/say',
    hints: [
      'A required header is a parameter like any other: when it is not there, FastAPI answers 422 with one entry.',
      'Compare your entry with the one in the task: which key differs?',
      "{ type: 'missing', loc: ['header', 'x-token'], msg: 'Field required', input: null }",
    ],
    cases: [
      {
        id: 'token-from-the-query',
        when: (seen) => !hasStatus(seen, 422) && readPath(seen).includes('?'),
        hints: [
          'The token stood in the query of the URL here, where addresses are logged and shared. Only the header counts.',
          'Do you read it with `c.req.query`, or with `c.req.header`? And is there one after a `??` or `||`?',
          "const token = c.req.header('x-token');",
        ],
      },
      {
        id: 'token-from-another-header',
        when: (seen) =>
          !hasStatus(seen, 422) && seen.exchange?.request.headers.authorization !== undefined,
        hints: [
          'This request had `Authorization`, and no `X-Token`. For this router the token is missing.',
          'Which header do you read?',
          "const token = c.req.header('x-token');",
        ],
      },
      statusLeftOut,
      {
        id: 'no-guard',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readPath(seen)}\` was answered, and nobody had shown a token.`,
          'Does the middleware stand above this route, does its path cover it, and does it `return` its reply in place of going on?',
          'users.use(async (c, next) => { if (…) return c.json({ … }, 422); await next(); }); // above the routes',
        ],
      },
      {
        id: 'missing-answered-401',
        when: (seen) => hasStatus(seen, 401),
        hints: [
          '401 is what many APIs answer here. To FastAPI the header is a required parameter, and one that is not there is 422.',
          'Which status and which body does the task show for a request without the header?',
          'if (token === undefined) return c.json({ detail: [ … ] }, 422);',
        ],
      },
      {
        id: 'missing-answered-403',
        when: (seen) => hasStatus(seen, 403),
        hints: [
          'No token is another thing than a wrong one: 403 is for the wrong one.',
          'What is `c.req.header(…)` when the header was not sent, and do you ask for that first?',
          'if (token === undefined) return c.json({ detail: [ … ] }, 422); // before you compare',
        ],
      },
      turnedAwayOtherwise,
      notFinalized,
      sentAsText,
      ...listCases,
      {
        id: 'other-type-or-message',
        when: (seen) =>
          readEntries(seen).some(({ type, msg }) => type !== 'missing' || msg !== 'Field required'),
        hints: [
          'Your entry points to the right place, but its `type` or its `msg` is worded in another way.',
          'What does the task show under these two keys, letter by letter?',
          "{ type: 'missing', …, msg: 'Field required', … }",
        ],
      },
      {
        id: 'input-not-null',
        when: (seen) =>
          readEntries(seen)[0]?.type === 'missing' && readEntries(seen)[0]?.input !== null,
        hints: [
          'Nothing was sent, so `input` is null, and not a text.',
          'What does your entry say under `input`?',
          'input: null',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const paths = random.shuffle(['/users/', '/users/me', `/users/${word}`]);
    const requests = [
      ...paths.map((path) => ({ path, headers: {} })),
      { path: `/users/${word}?x-token=secret&X-Token=secret&token=secret`, headers: {} },
      { path: '/users/me', headers: { Authorization: 'Bearer secret', Token: 'secret' } },
    ];
    for (const { path, headers } of requests) {
      const reply = await api.get(path, { headers });
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual(missing);
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'refuses-a-wrong-token',
  {
    title: 'answers each route of the router with 403 when the token is another one',
    lesson: 'dependencies/say',
    hints: [
      'Only `secret` is right. Whatever else was sent is 403, with one sentence in `detail`.',
      'What stands in the task for a wrong token, letter by letter?',
      "if (token !== 'secret') return c.json({ detail: 'X-Token header invalid' }, 403);",
    ],
    cases: [
      statusLeftOut,
      {
        id: 'empty-token',
        when: (seen) => readToken(seen) === '' && typeof seen.failure.received === 'number',
        hints: [
          'The header was sent and is empty. That is a wrong token; only one that was not sent is missing.',
          'Which of your conditions is true for the empty text as well: `!token`, `token || …`, `.min(1)`?',
          'if (token === undefined) return c.json({ detail: [ … ] }, 422); // the empty text goes on',
        ],
      },
      {
        id: 'token-in-capitals',
        when: (seen) => hasStatus(seen, 200) && /[A-Z]/.test(readToken(seen) ?? ''),
        hints: (seen) => [
          `\`${readToken(seen)}\` opened the router: a token is compared letter by letter, capitals count.`,
          'What makes the two alike: `toLowerCase()`, or a pattern with the flag i?',
          "if (token !== 'secret') … // as it came",
        ],
      },
      {
        id: 'part-of-the-token',
        when: (seen) =>
          hasStatus(seen, 200) &&
          (readToken(seen)?.includes('secret') === true ||
            'secret'.startsWith(readToken(seen) ?? '-')),
        hints: (seen) => [
          `\`${readToken(seen)}\` opened the router, and it is not the token, it only shares letters with it.`,
          'Does your condition look at the whole text: `startsWith`, `includes`, a pattern without ^ and $?',
          "if (token !== 'secret') …",
        ],
      },
      {
        id: 'any-token-opens',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readPath(seen)}\` was answered, and the token was \`${readToken(seen)}\`.`,
          'Do you compare the token, for this route too, and is there a `return` before the reply with 403?',
          "if (token !== 'secret') return c.json({ … }, 403);",
        ],
      },
      {
        id: 'wrong-answered-401',
        when: (seen) => hasStatus(seen, 401),
        hints: [
          '401 asks the caller to log in. Here a token was shown and is no good, and the task says 403.',
          'Who chose 401: you, or a middleware such as `bearerAuth`?',
          "return c.json({ detail: 'X-Token header invalid' }, 403);",
        ],
      },
      {
        id: 'wrong-answered-422',
        when: (seen) => hasStatus(seen, 422),
        hints: [
          'A token was sent, so nothing is missing. 422 is for a request without the header.',
          'Do you tell the two apart: undefined, and a text that is not the token?',
          "if (token !== 'secret') return c.json({ … }, 403); // below the line for undefined",
        ],
      },
      turnedAwayOtherwise,
      notFinalized,
      sentAsText,
      {
        id: 'other-words',
        when: (seen) => isAbout(seen, 'the body'),
        hints: [
          'The status is right. Under `detail` FastAPI puts the sentence of the exception, and clients look for it.',
          'Is the key `detail`, is its value a text and no list, and are the words those of the task, capitals too?',
          "{ detail: 'X-Token header invalid' }",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const paths = random.shuffle(['/users/', '/users/me', `/users/${word}`]);
    const others = ['Secret', 'SECRET', `secret${word}`, `${word}secret`, 'secre', 's', ''];
    const requests = [
      ...paths.map((path) => ({ path, token: word })),
      ...others.map((token) => ({ path: random.pick(paths), token })),
    ];
    for (const { path, token } of requests) {
      const reply = await api.get(path, { headers: { 'X-Token': token } });
      expect(reply.status, 'the status').toBe(403);
      expect(readBody(reply), 'the body').toMatchObject({ detail: 'X-Token header invalid' });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'leaves-the-rest-open',
  {
    title: 'asks for no token outside the router',
    lesson: 'dependencies/say',
    hints: [
      'The token belongs to the router. The rest of the app answers as if there were none.',
      'On which of the two do you call `use`: on the app, or on the router?',
      'users.use(async (c, next) => …) // users, not app',
    ],
    cases: [
      {
        id: 'guards-the-whole-app',
        when: (seen) => isTurnedAway(seen) && readPath(seen) === '/',
        hints: [
          '`GET /` was turned away: your guard stands before the whole app.',
          'On which of the two do you call `use`, the app or the router, and where is the router joined: at `/` or at `/users/`?',
          "users.use(async (c, next) => …) // users, not app; or app.use('/users/*', …)",
        ],
      },
      {
        id: 'guards-the-same-letters',
        when: (seen) => isTurnedAway(seen) && readPath(seen).startsWith('/users'),
        hints: (seen) => [
          `\`${readPath(seen)}\` only begins with the same letters. It is outside the router, where no token is looked at.`,
          'Does your condition compare the first letters of the path, as `startsWith` does?',
          'users.use(async (c, next) => …) // the router knows which paths are its own',
        ],
      },
      {
        id: 'guards-what-is-not-there',
        when: isTurnedAway,
        hints: (seen) => [
          `\`${readPath(seen)}\` is outside the router and nobody serves it: that is a 404, and no question of a token.`,
          'Does your guard stand before the whole app, with an exception for `/`?',
          'users.use(async (c, next) => …) // users, not app',
        ],
      },
      {
        id: 'root-gone',
        when: (seen) => hasStatus(seen, 404) && readPath(seen) === '/',
        hints: [
          '`GET /` is not served any more. The starter did.',
          'What has become of its line in your file?',
          "app.get('/', (c) => c.json({ message: 'Hello World' }));",
        ],
      },
      sentAsText,
      {
        id: 'another-greeting',
        when: (seen) => isAbout(seen, 'the body'),
        hints: [
          '`GET /` answers, with something else than the greeting. It is as it was in the starter.',
          'What do you hand to `c.json(…)` there, letter by letter?',
          "app.get('/', (c) => c.json({ message: 'Hello World' }));",
        ],
      },
      {
        id: 'serves-everything',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `Nobody serves \`${readPath(seen)}\`, and yet the reply has status 200.`,
          'Does a route of yours take every path, is the router joined at `/` as well, or does `notFound` leave the status out?',
          "app.route('/users/', users); // at this prefix only",
        ],
      },
      notSentAsJson,
      anotherSuccess,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    for (const headers of random.shuffle<Record<string, string>>([{}, { 'X-Token': word }])) {
      const reply = await api.get('/', { headers });
      expect(reply.status, 'the status').toBe(200);
      expect(readBody(reply), 'the body').toMatchObject({ message: 'Hello World' });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
    for (const path of [`/${word}`, `/users${word}`]) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(404);
    }
  },
);
