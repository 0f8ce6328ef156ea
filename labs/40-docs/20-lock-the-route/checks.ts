import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { anotherSuccess, notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';
import { asNode } from '../../kit/openapi-document.ts';
import { listBearerSchemes, readLock, readSchemes } from '../../kit/openapi-security.ts';
import { documentWithAFlaw, readDocument } from '../../kit/read-document.ts';

/** `bearer` when the reply asks for a bearer token, else what its challenge says. */
function readChallenge({ headers }: Reply): string | undefined {
  const challenge = headers['www-authenticate'];
  return /(?:^|, *)bearer(?![\w-])/i.test(challenge ?? '') ? 'bearer' : challenge;
}

async function expectRefusal(api: Api, path: string, headers: Record<string, string>) {
  const reply = await api.get(path, { headers });
  expect(reply.status, 'the status').toBe(401);
  expect(readChallenge(reply), 'the scheme in `WWW-Authenticate`').toBe('bearer');
  expectNoReport(reply);
}

const expectNoReport = ({ body }: Reply) =>
  expect(/"visits"\s*:\s*42/.test(body), 'whether the refusal holds the report').toBe(false);

const shape = "middleware: bearerAuth({ token: '…' }) // in createRoute, beside security";
const declaration =
  "app.openAPIRegistry.registerComponent('securitySchemes', name, { type: 'http', scheme: 'bearer' });";
const requirement = 'security: [{ [name]: [] }] // in createRoute of /report, and only there';

const readSentToken = ({ exchange }: FailureSeen) => exchange?.request.headers.authorization;

const notFinalized: HintCase = {
  id: 'neither-reply-nor-next',
  when: (seen) => hasStatus(seen, 500),
  hints: [
    'An error became a 500. Hono also answers so when a middleware neither returns a reply nor waits for the route.',
    'What does your middleware do when the header is not there, or the token is another one?',
    'middleware: async (c, next) => { if (…) return c.json({ … }, 401, { … }); await next(); }',
  ],
};

/** What a refusal may lack, with no token and with another one. */
const refusalCases: HintCase[] = [
  {
    id: 'forbidden',
    when: (seen) => hasStatus(seen, 403),
    hints: [
      '403 says: I know who you are, and you may not. Here nobody has shown who they are, and that is a 401.',
      'Which status does your middleware answer with, and is it the one of the task?',
      "return c.json({ … }, 401, { 'WWW-Authenticate': '…' });",
    ],
  },
  {
    id: 'report-with-the-refusal',
    when: (seen) => isAbout(seen, 'whether the refusal'),
    hints: [
      'The status is a refusal, and the body holds the report all the same: the route ran.',
      'Does your middleware `return` its reply, or only set a status and go on?',
      'if (…) return c.json({ … }, 401, { … }); // with return, before await next()',
    ],
  },
  {
    id: 'no-challenge',
    when: (seen) => isAbout(seen, 'the scheme') && seen.failure.received === undefined,
    hints: [
      'A 401 has to say what it asks for, in the header `WWW-Authenticate`. There is none.',
      'Where do headers go in `c.json(…)`: which argument are they?',
      "return c.json({ … }, 401, { 'WWW-Authenticate': '…' });",
    ],
  },
  {
    id: 'another-challenge',
    when: (seen) => isAbout(seen, 'the scheme'),
    hints: (seen) => [
      `\`WWW-Authenticate\` asks for something else than a bearer token: \`${seen.failure.received}\`.`,
      'A browser that sees Basic there asks for name and password. Which word stands for a token?',
      "return c.json({ … }, 401, { 'WWW-Authenticate': '…' });",
    ],
  },
  notFinalized,
];

check(
  'asks-for-a-token',
  {
    title: 'answers GET /report with 401 and WWW-Authenticate: Bearer when there is no token',
    lesson: 'docs/run',
    hints: [
      'Without the header `Authorization` the reply is a 401 that asks for a bearer token.',
      'What does your code do before the report is sent?',
      shape,
    ],
    cases: [
      {
        id: 'token-from-elsewhere',
        when: (seen) =>
          hasStatus(seen, 200) &&
          (/\?/.test(seen.exchange?.request.path ?? '') ||
            seen.exchange?.request.headers['x-api-key'] !== undefined),
        hints: [
          'The token stood in the URL or in another header here. URLs are logged and shared, and the document names one place only.',
          'Where do you read the token besides `Authorization`?',
          "c.req.header('authorization') // and nowhere else",
        ],
      },
      {
        id: 'not-locked',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'The report went out, and nobody had shown a token. What the document says about `security` stops nobody.',
          'Which code of yours runs before the route, looks at the header, and returns the refusal?',
          shape,
        ],
      },
      ...refusalCases,
    ],
  },
  async ({ api, random }) => {
    await expectRefusal(api, '/report', {});
    await expectRefusal(api, '/report?token=secret&access_token=secret', {});
    await expectRefusal(api, `/report?${random.word()}`, {
      'X-API-Key': 'secret',
      Token: 'secret',
    });
  },
);

check(
  'lets-the-token-in',
  {
    title: 'answers GET /report with the report for the right token',
    lesson: 'docs/run',
    hints: [
      'With `Authorization: Bearer secret` the reply is the one of the starter.',
      'What is in the header, letter by letter, and what do you compare it with?',
      shape,
    ],
    cases: [
      {
        id: 'refused-the-right-token',
        when: (seen) => [400, 401, 403, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'This request carried `Authorization: Bearer secret`, and was turned away.',
          'Does your code reckon with the word `Bearer` and the space in front of the token? Is equal or not equal in your condition?',
          shape,
        ],
      },
      notFinalized,
      notSentAsJson,
      anotherSuccess,
    ],
  },
  async ({ api }) => {
    const reply = await api.get('/report', { headers: { Authorization: 'Bearer secret' } });
    expect(reply.status, 'the status').toBe(200);
    expect(reply.json ?? reply.body, 'the body').toEqual({ visits: 42 });
    expect(readMediaType(reply), 'the content type').toBe('application/json');
  },
);

check(
  'refuses-another-token',
  {
    title: 'answers GET /report with 401 for every other token',
    lesson: 'docs/run',
    hints: [
      'Only `secret` opens the route, the whole word in these letters.',
      'What do you compare the token with, and how?',
      shape,
    ],
    cases: [
      {
        id: 'any-token-opens',
        when: (seen) => hasStatus(seen, 200) && !/secret/i.test(readSentToken(seen) ?? ''),
        hints: (seen) => [
          `\`Authorization: ${readSentToken(seen)}\` opened the route. That it is there is not enough.`,
          'Where does your code compare what came with the right token?',
          shape,
        ],
      },
      {
        id: 'token-without-its-scheme',
        when: (seen) => hasStatus(seen, 200) && readSentToken(seen) === 'secret',
        hints: [
          '`Authorization: secret` opened the route: the token without the word `Bearer` in front of it.',
          'What does your code do with a header that has no `Bearer` to take away?',
          "c.req.header('authorization') === 'Bearer secret' // or bearerAuth, which takes it apart",
        ],
      },
      {
        id: 'similar-token-opens',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`Authorization: ${readSentToken(seen)}\` opened the route, and it only looks like the right one.`,
          'Do you look at a part of the header, in any letters, or at the kind of credentials not at all?',
          shape,
        ],
      },
      ...refusalCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const tokens = [word, `secret${word}`, `${word}secret`, 'secre', 'Secret', 'SECRET'];
    for (const token of random.shuffle(tokens)) {
      await expectRefusal(api, '/report', { Authorization: `Bearer ${token}` });
    }
    const others = ['secret', 'Basic c2VjcmV0', 'Basic secret', 'Bearer', `${word} secret`];
    for (const credentials of others) {
      const reply = await api.get('/report', { headers: { Authorization: credentials } });
      expect(reply.status, 'the status').toEqual(expect.toBeOneOf([400, 401]));
      expectNoReport(reply);
    }
  },
);

check(
  'leaves-the-rest-open',
  {
    title: 'answers GET / and GET /openapi.json without a token',
    lesson: 'docs/say',
    hints: [
      'Only `/report` is locked. The greeting is for everybody, and so is the document, which says how to get in.',
      'Which paths does your middleware run for?',
      shape,
    ],
    cases: [
      {
        id: 'locked-too-much',
        when: (seen) => [400, 401, 403].some((status) => hasStatus(seen, status)),
        hints: (seen) => [
          `\`${seen.exchange?.request.path}\` was asked without a token, and is locked as well.`,
          'Does the middleware stand in the definition of one route, or in an `app.use` for all of them?',
          shape,
        ],
      },
    ],
  },
  async ({ api }) => {
    const greeting = await api.get('/');
    expect(greeting.status, 'the status').toBe(200);
    expect(greeting.json ?? greeting.body, 'the body').toEqual({ message: 'Hello' });
    const document = await api.get('/openapi.json');
    expect(document.status, 'the status').toBe(200);
  },
);

check(
  'declares-the-scheme',
  {
    title: 'declares in the document a security scheme of type http, scheme bearer',
    lesson: 'docs/see',
    hints: [
      'A scheme is declared once for the whole document, under `components.securitySchemes`.',
      'Is yours there, with `type` and `scheme` as in the task?',
      declaration,
    ],
    cases: [
      documentWithAFlaw,
      notSentAsJson,
      {
        id: 'no-scheme',
        when: (seen) =>
          Object.keys(readSchemes(asNode(seen.exchange?.response?.json))).length === 0,
        hints: [
          'The document has no security scheme at all. That the server asks for a token cannot be seen in it.',
          'Is the scheme registered with this very app, before the document is asked for?',
          declaration,
        ],
      },
      {
        id: 'another-scheme',
        when: (seen) => isAbout(seen, 'whether'),
        hints: [
          'There is a scheme in the document, and none that is of type `http` with the scheme `bearer`.',
          'Which of its two keys says something else? `apiKey`, `oauth2` and `basic` are other ways in.',
          declaration,
        ],
      },
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    const hasScheme = listBearerSchemes(document).length > 0;
    expect(hasScheme, 'whether a bearer scheme is declared').toBe(true);
  },
);

check(
  'locks-it-in-the-document',
  {
    title: 'says in the document that GET /report needs the token, and GET / does not',
    lesson: 'docs/see',
    hints: [
      'A declared scheme is not used yet. The operation names it under `security`, and only the one of `/report`.',
      'Which name does the scheme have where it is declared, and which where it is required?',
      requirement,
    ],
    cases: [
      {
        id: 'not-in-the-document',
        when: (seen) => seen.failure.received === 'not there',
        hints: [
          'The document does not have this route at all.',
          'Is it declared with `app.openapi`, with its path as the task has it, and without `hide`?',
          "app.openapi(createRoute({ method: 'get', path: '/report', … }), (c) => …);",
        ],
      },
      {
        id: 'open-in-the-document',
        when: (seen) => seen.failure.received === 'open',
        hints: [
          'The document does not say that `/report` needs a token, or it says that there is a way without one.',
          'Does the definition of this route have `security`, a list with one object, with the name of your scheme as its key?',
          requirement,
        ],
      },
      {
        id: 'unknown-scheme',
        when: (seen) =>
          seen.failure.received === 'locked in another way' && seen.failure.expected === 'locked',
        hints: [
          '`/report` requires something, but not the bearer scheme that is declared, or not on every way in.',
          'Is the name the same in both places, letter by letter?',
          requirement,
        ],
      },
      {
        id: 'all-locked-in-the-document',
        when: (seen) => seen.failure.expected === 'open',
        hints: [
          'According to the document `/` needs credentials, and the server asks for none there.',
          'Does `security` stand in the definition of the whole document, or of both routes?',
          requirement,
        ],
      },
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    expect(readLock(document, '/report'), 'GET /report in the document').toBe('locked');
    expect(readLock(document, '/'), 'GET / in the document').toBe('open');
  },
);
