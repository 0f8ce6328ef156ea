import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  type Random,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

const origins = ['https://shop.example', 'http://localhost:3000'] as const;
const token = { 'X-Token': 'secret' };

function preflight(api: Api, origin: string, method = 'POST', headers = 'x-token,content-type') {
  return api.send({
    method: 'OPTIONS',
    path: '/orders',
    headers: {
      Origin: origin,
      'Access-Control-Request-Method': method,
      'Access-Control-Request-Headers': headers,
    },
  });
}

/** The entries of a list in a header, in small letters. */
const readList = ({ headers }: Pick<Reply, 'headers'>, name: string) =>
  (headers[name] ?? '').split(',').map((entry) => entry.trim().toLowerCase());

function expectShownTo(reply: Reply, origin: string): void {
  expect(reply.headers['access-control-allow-origin'], 'Access-Control-Allow-Origin').toBe(origin);
  expect(
    reply.headers['access-control-allow-credentials'],
    'Access-Control-Allow-Credentials',
  ).toBe('true');
}

function expectNamed(reply: Reply, header: string, entries: string[]): void {
  const list = readList(reply, header.toLowerCase());
  const missing = entries.find((entry) => !list.includes(entry.toLowerCase()));
  if (missing === undefined) return;
  const named = reply.headers[header.toLowerCase()] ?? 'no such header';
  expect(named, header).toBe(`a list with ${missing}`);
}

function expectReply(reply: Reply, status: number, body: unknown): void {
  expect(reply.status, 'the status').toBe(status);
  expect(reply.json ?? reply.body, 'the body').toEqual(body);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const lamp = [{ id: 1, item: 'Lamp' }];
const unknown = { detail: 'Not authenticated' };

const readOrigin = ({ exchange }: FailureSeen) => exchange?.request.headers.origin;
const readAllowed = ({ exchange }: FailureSeen) =>
  exchange?.response?.headers['access-control-allow-origin'];
const nameRequest = ({ exchange }: FailureSeen) =>
  `${exchange?.request.method} ${exchange?.request.path}`;

const shape =
  'app.use(cors({ origin: […], credentials: true, allowMethods: […], allowHeaders: […] })); // above the guard';

/** What may be wrong with a reply that a page shall read. */
const shownCases: HintCase[] = [
  {
    id: 'allows-every-origin',
    when: (seen) => readAllowed(seen) === '*' && isAbout(seen, 'Access-Control-Allow-Origin'),
    hints: [
      'The reply allows `*`. With credentials a browser does not take that, and the task names two origins.',
      'Which `origin` do you hand to `cors`? Without one it allows all.',
      "cors({ origin: ['https://shop.example', 'http://localhost:3000'], … })",
    ],
  },
  {
    id: 'names-another-origin',
    when: (seen) => isAbout(seen, 'Access-Control-Allow-Origin') && readAllowed(seen) !== undefined,
    hints: (seen) => [
      `\`${readOrigin(seen)}\` asked, and the reply allows \`${readAllowed(seen)}\`. A browser compares the two letter by letter and knows no lists.`,
      'Do you look at the `Origin` of the request, and send exactly this one back if it is among the two?',
      "cors({ origin: ['https://shop.example', 'http://localhost:3000'], … })",
    ],
  },
  {
    id: 'knows-another-origin',
    when: (seen) =>
      isAbout(seen, 'Access-Control-Allow-Origin') &&
      seen.exchange?.response?.headers['access-control-allow-methods'] !== undefined,
    hints: (seen) => [
      `The preflight was answered, and \`${readOrigin(seen)}\` was not recognized: \`Access-Control-Allow-Origin\` is missing.`,
      'Do you compare with two texts, each spelled as the browser does, without a slash at the end?',
      "cors({ origin: ['https://shop.example', 'http://localhost:3000'], … })",
    ],
  },
  {
    id: 'names-no-origin',
    when: (seen) => isAbout(seen, 'Access-Control-Allow-Origin'),
    hints: (seen) => [
      `The reply to \`${nameRequest(seen)}\` has no \`Access-Control-Allow-Origin\`, so a browser keeps it from the page.`,
      'Does your middleware see this reply: does it cover every path, every method and every status, and does it stand above whatever answered?',
      shape,
    ],
  },
  {
    id: 'no-credentials',
    when: (seen) => isAbout(seen, 'Access-Control-Allow-Credentials'),
    hints: [
      '`Access-Control-Allow-Credentials` is not `true`. Without it a browser hides a reply to a request that carried cookies.',
      'Is it set on preflights and on all other replies?',
      'cors({ …, credentials: true })',
    ],
  },
];

/** What may be wrong with a reply itself. */
const replyCases: HintCase[] = [
  {
    id: 'another-reply',
    when: (seen) => isAbout(seen, 'the status') || isAbout(seen, 'the body'),
    hints: (seen) => [
      `\`${nameRequest(seen)}\` had another reply in the starter. CORS is a matter of headers only.`,
      'Does your middleware answer in place of the guard or the route, or has one of them changed?',
      'await next(); // then add headers, and return nothing',
    ],
  },
  notSentAsJson,
];

check(
  'answers-the-preflight',
  {
    title: 'answers the preflights of both pages',
    lesson: 'starlette/see',
    hints: [
      'A preflight asks three things: may this origin, with this method, with these headers? The reply has one header for each, and one for credentials.',
      'Compare the headers that came with the four that the task names: which one is missing?',
      shape,
    ],
    cases: [
      {
        id: 'guarded-preflight',
        when: (seen) => isAbout(seen, 'the status') && seen.exchange?.response?.status === 401,
        hints: [
          'The guard answered the preflight with 401. A browser sends no token with it, and never will.',
          'Which of the two is registered first, CORS or the guard? The first one is the outermost in Hono.',
          "app.use(cors({ … })); // first\napp.use('/orders', …); // then the guard",
        ],
      },
      ...shownCases,
      {
        id: 'method-not-named',
        when: (seen) => isAbout(seen, 'Access-Control-Allow-Methods'),
        hints: [
          '`Access-Control-Allow-Methods` does not name GET and POST, both of them. With credentials a `*` counts for nothing.',
          'Which methods do your routes have, and which ones do you allow?',
          "cors({ …, allowMethods: ['GET', 'POST'] })",
        ],
      },
      {
        id: 'header-not-named',
        when: (seen) => isAbout(seen, 'Access-Control-Allow-Headers'),
        hints: [
          'The page wants to send `X-Token` and `Content-Type`, and the reply does not name both. The browser will not send the request then.',
          'Which headers do you allow? JSON needs `Content-Type`, the guard needs `X-Token`.',
          "cors({ …, allowHeaders: ['X-Token', 'Content-Type'] })",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const origin of random.shuffle(origins)) {
      const reply = await preflight(api, origin);
      expect(reply.status, 'the status').toEqual(expect.toBeOneOf([200, 204]));
      expectShownTo(reply, origin);
      expectNamed(reply, 'Access-Control-Allow-Methods', ['GET', 'POST']);
      expectNamed(reply, 'Access-Control-Allow-Headers', ['X-Token', 'Content-Type']);
    }
  },
);

check(
  'shows-the-reply',
  {
    title: 'lets both pages read the replies to GET and POST',
    lesson: 'starlette/see',
    hints: [
      'After the preflight comes the request itself, and its reply has to name the origin again.',
      'Does your middleware add its headers to the replies of the routes, too?',
      shape,
    ],
    cases: [...replyCases, ...shownCases],
  },
  async ({ api, random }) => {
    for (const origin of random.shuffle(origins)) {
      const headers = { ...token, Origin: origin };
      const list = await api.get('/orders', { headers });
      expectReply(list, 200, lamp);
      expectShownTo(list, origin);
      const item = random.word();
      const created = await api.post('/orders', { item }, { headers });
      expectReply(created, 201, { id: 2, item });
      expectShownTo(created, origin);
    }
  },
);

check(
  'shows-refusals',
  {
    title: 'lets both pages read a 401 and a 404',
    lesson: 'starlette/see',
    hints: [
      'A refusal is a reply like any other. A page that cannot read it only sees "network error".',
      'Which replies does your middleware not see: those of the guard, or those of paths that nobody serves?',
      shape,
    ],
    cases: [...replyCases, ...shownCases],
  },
  async ({ api, random }) => {
    for (const origin of origins) {
      const refused = await api.get('/orders', { headers: { Origin: origin } });
      expectReply(refused, 401, unknown);
      expectShownTo(refused, origin);
      expectShownTo(await api.post('/orders', {}, { headers: { Origin: origin } }), origin);
      const lost = await api.get(`/${random.word()}`, { headers: { Origin: origin } });
      expect(lost.status, 'the status').toBe(404);
      expectShownTo(lost, origin);
    }
  },
);

check(
  'allows-no-other-origin',
  {
    title: 'allows no other origin, and answers it as ever',
    lesson: 'starlette/run',
    hints: [
      'Only the two origins of the task are allowed, as a whole: scheme, host and port.',
      'How do you compare the origin: as a whole text, or by a part of it?',
      "const isAllowed = ['https://shop.example', 'http://localhost:3000'].includes(origin);",
    ],
    cases: [
      ...replyCases,
      {
        id: 'allowed-another',
        when: (seen) => readAllowed(seen) !== undefined,
        hints: (seen) => [
          `\`${readOrigin(seen)}\` is none of the two, and the reply allows \`${readAllowed(seen)}\`. The header is for allowed origins only.`,
          'How do you compare: `includes` on a list, or `startsWith`, `endsWith`, a pattern, or not at all?',
          "const isAllowed = ['https://shop.example', 'http://localhost:3000'].includes(origin);",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const origin of listOtherOrigins(random)) {
      const asked = await preflight(api, origin);
      expect(asked.headers['access-control-allow-origin'], 'Access-Control-Allow-Origin').toBe(
        undefined,
      );
      const reply = await api.get('/orders', { headers: { ...token, Origin: origin } });
      expectReply(reply, 200, lamp);
      expect(reply.headers['access-control-allow-origin'], 'Access-Control-Allow-Origin').toBe(
        undefined,
      );
    }
  },
);

function listOtherOrigins(random: Random): string[] {
  const word = random.word();
  return random.shuffle([
    `https://${word}.test`,
    `https://shop.example.${word}.test`,
    `https://${word}shop.example`,
    'http://shop.example',
    `https://shop.example:${random.integer(1000, 9999)}`,
    'http://localhost:30001',
    'https://shopxexample',
    'null',
  ]);
}

check(
  'allows-no-more',
  {
    title: 'offers no other method and no other header',
    lesson: 'starlette/see',
    hints: [
      'A preflight is told what there is, whatever it asks for.',
      'Where do your lists come from: from your code, or from the request?',
      "cors({ …, allowMethods: ['GET', 'POST'], allowHeaders: ['X-Token', 'Content-Type'] })",
    ],
    cases: [
      {
        id: 'too-many-methods',
        when: (seen) => isAbout(seen, 'the methods'),
        hints: [
          'The preflight offers methods that the task does not. `hono/cors` without `allowMethods` offers all that are common.',
          'Which methods do your routes have, and where does your code name them?',
          "cors({ …, allowMethods: ['GET', 'POST'] })",
        ],
      },
      {
        id: 'too-many-headers',
        when: (seen) => isAbout(seen, 'the headers'),
        hints: [
          'The page asked for a header that nobody knows, and it was allowed. `hono/cors` without `allowHeaders` allows whatever is asked for.',
          'Does your code name the headers itself, or does it repeat `Access-Control-Request-Headers`?',
          "cors({ …, allowHeaders: ['X-Token', 'Content-Type'] })",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const method = random.pick(['DELETE', 'PUT', 'PATCH']);
    const header = `x-${random.word()}`;
    const reply = await preflight(api, random.pick(origins), method, `x-token,${header}`);
    const methods = readList(reply, 'access-control-allow-methods');
    const others = methods.filter((name) => ['delete', 'put', 'patch', '*'].includes(name));
    expect(others, 'the methods that are too many').toEqual([]);
    const headers = readList(reply, 'access-control-allow-headers');
    const tooMany = headers.filter((name) => [header, '*'].includes(name));
    expect(tooMany, 'the headers that are too many').toEqual([]);
  },
);

check(
  'varies-by-origin',
  {
    title: 'says in Vary that a reply depends on the Origin',
    lesson: 'starlette/see',
    hints: [
      'A cache that keeps a reply for one origin must not hand it to another. `Vary: Origin` tells it, also in the reply to a request without an `Origin`.',
      'Is the header set for every GET and POST, or only where the origin is known?',
      "c.header('Vary', 'Origin', { append: true }); // hono/cors does it when `origin` is a list",
    ],
  },
  async ({ api, random }) => {
    const others: Record<string, string>[] = [{}, { Origin: `https://${random.word()}.test` }];
    for (const more of [...others, ...origins.map((Origin) => ({ Origin }))]) {
      for (const headers of [more, { ...token, ...more }]) {
        const replies = [
          await api.get('/orders', { headers }),
          await api.post('/orders', { item: random.word() }, { headers }),
          await api.get(`/${random.word()}`, { headers }),
        ];
        for (const reply of replies) {
          expectNamed(reply, 'Vary', ['Origin']);
        }
      }
    }
  },
);

check(
  'keeps-the-guard',
  {
    title: 'still asks every request for the token',
    lesson: 'starlette/see',
    hints: [
      'An allowed origin is no token: anybody can write any `Origin` into a request.',
      'Is there a way past the guard now, for GET or for POST?',
      "if (c.req.header('x-token') !== 'secret') return c.json({ … }, 401); // as in the starter",
    ],
    cases: replyCases,
  },
  async ({ api, random }) => {
    const origin = { Origin: random.pick(origins) };
    const asked = { ...origin, 'Access-Control-Request-Method': 'POST' };
    for (const headers of [{}, origin, asked]) {
      expectReply(await api.get('/orders', { headers }), 401, unknown);
      expectReply(await api.post('/orders', { item: 'Lamp' }, { headers }), 401, unknown);
    }
    expectReply(await api.get('/orders', { headers: token }), 200, lamp);
  },
);
