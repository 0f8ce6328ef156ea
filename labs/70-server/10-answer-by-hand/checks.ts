import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, readSent } from '../../kit/failure-seen.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** The JSON of a reply, or its text, so that the learner sees what came when it is no JSON. */
const readBody = ({ json, body }: Reply): unknown => json ?? body;

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';
const readMethod = ({ exchange }: FailureSeen) => exchange?.request.method ?? '';
const readStatus = ({ exchange }: FailureSeen) => exchange?.response?.status;

async function expectJson(api: Api, path: string, value: object): Promise<void> {
  const reply = await api.get(path);
  expect(reply.status, 'the status').toBe(200);
  expect(readBody(reply), 'the body').toEqual(value);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

/** What any of the requests may run into. */
const commonCases: HintCase[] = [
  {
    id: 'not-written',
    when: (seen) => hasStatus(seen, 501),
    hints: (seen) => [
      `Status 501 is the last line of the starter: nothing in your function has taken ${readMethod(seen)} ${readPath(seen).split('?')[0]}.`,
      'Which `if` should have answered before it, and is its path spelled with a slash in front?',
      "if (pathname === '/hello' && request.method === 'GET') return …;",
    ],
  },
  {
    id: 'no-content-type',
    when: (seen) => isAbout(seen, 'the content type'),
    hints: [
      'The body is JSON, but its content type does not say so. A `Response` made from a string is `text/plain`.',
      'Do you make the reply with `new Response(…)`, and with which headers?',
      'return Response.json({ … }); // sets content-type: application/json',
    ],
  },
  {
    id: 'threw-or-returned-nothing',
    when: (seen) => hasStatus(seen, 500),
    hints: (seen) => [
      `Your function threw at ${readMethod(seen)} ${readPath(seen).split('?')[0]}, or ended without returning a Response.`,
      'Does every way through it end with `return`, and is the body read only where there is one, inside `try` or with `catch`?',
      'const body: unknown = await request.json().catch(() => undefined); // in POST /sum only',
    ],
  },
];

check(
  'greets-by-the-query',
  {
    title: 'answers GET /hello with {"message": "Hello, …"}, by name or to the World',
    lesson: 'uvicorn/run',
    hints: [
      'The greeting is `Hello`, a comma, a space and the name as it was meant.',
      'Which part of the URL do you compare, and who decodes the name?',
      "const { pathname, searchParams } = new URL(request.url); … return Response.json({ message: 'Hello, ' + name });",
    ],
    cases: [
      {
        id: 'query-taken-for-path',
        when: (seen) => hasStatus(seen, 404),
        hints: (seen) => [
          `\`${readPath(seen)}\` was not found. The path ends where the question mark stands.`,
          'Do you compare the whole `request.url`, or its end, in place of the path?',
          "const { pathname } = new URL(request.url); if (pathname === '/hello') …",
        ],
      },
      {
        id: 'json-of-json',
        when: (seen) => typeof seen.exchange?.response?.json === 'string',
        hints: [
          'What came is a text with JSON inside: it was written as JSON twice.',
          'Do you call `JSON.stringify` and hand the text to `Response.json`, which does that itself?',
          'return Response.json({ message }); // the object, not its text',
        ],
      },
      {
        id: 'greets-nothing',
        when: (seen) => isAbout(seen, 'the body') && !readPath(seen).includes('name='),
        hints: [
          'The parameter was not sent, and the greeting is not for the World.',
          'What does `searchParams.get(…)` return then, and what belongs behind a `??`?',
          "const name = searchParams.get('name') ?? 'World';",
        ],
      },
      {
        id: 'name-not-decoded',
        when: (seen) => /%[0-9a-f]{2}|\w\+L/i.test(seen.exchange?.response?.body ?? ''),
        hints: [
          'The greeting holds the name as the URL spells it, with percent signs or a plus for the space.',
          'Do you cut the name out of the URL yourself? `decodeURIComponent` leaves a plus as it is.',
          "new URL(request.url).searchParams.get('name')",
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const greet = (query: string, name: string) =>
      expectJson(api, `/hello?${query}`, { message: `Hello, ${name}` });
    const word = random.word();
    await greet(`name=${word}`, word);
    await greet(`name=${word}%20L`, `${word} L`);
    await greet(`name=${word}+L`, `${word} L`);
    await greet(`lang=en&name=%C5%BB${word}%261%3D1&x`, `Ż${word}&1=1`);
    await greet(`${word}=1`, 'World');
    await expectJson(api, '/hello', { message: 'Hello, World' });
  },
);

check(
  'adds-the-numbers',
  {
    title: 'answers POST /sum with the sum of the numbers',
    lesson: 'uvicorn/see',
    hints: [
      'The reply is an object with one key, `sum`, and its value is a number.',
      'Is the body there when you read `numbers` from it, and from what do you start to add?',
      'const body = await request.json(); … numbers.reduce((sum, number) => sum + number, 0)',
    ],
    cases: [
      {
        id: 'refused-numbers',
        when: (seen) => hasStatus(seen, 422) || hasStatus(seen, 400),
        hints: (seen) => [
          `\`${readSent(seen)}\` was refused, and it is a list of numbers: any length and any sign will do, whole or not.`,
          'Do you `await` the body before you look into it? A promise has no `numbers`.',
          'const body: unknown = await request.json();',
        ],
      },
      {
        id: 'empty-list',
        when: (seen) => readSent(seen).includes('[]'),
        hints: [
          'The list was empty, and the sum of nothing is 0.',
          'What does `reduce` do with an empty list when it has no value to start from?',
          'numbers.reduce((sum, number) => sum + number, 0)',
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const length = random.integer(4, 9);
    const lists = [
      [random.integer(1, 99), random.integer(1, 99), random.integer(1, 99)],
      Array.from({ length }, () => random.integer(-1000, 1000) / 2),
      [random.integer(1000, 9999)],
      [],
    ];
    for (const numbers of lists) {
      const reply = await api.post('/sum', { numbers });
      expect(reply.status, 'the status').toBe(200);
      const sum = numbers.reduce((total, number) => total + number, 0);
      expect(readBody(reply), 'the body').toEqual({ sum });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'refuses-all-but-numbers',
  {
    title: 'answers POST /sum with 422 when there is no list of numbers',
    lesson: 'uvicorn/say',
    hints: [
      'Whatever is no list of numbers is a 422, also what is no JSON at all. Look at the value before you add.',
      'Which of your tests lets this body through, or throws at it?',
      "Array.isArray(numbers) && numbers.every((entry) => typeof entry === 'number')",
    ],
    cases: [
      {
        id: 'bad-body-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: (seen) => [
          readSent(seen) === ''
            ? 'There was no body, and your function threw: nothing is no JSON.'
            : `Your function threw at the body \`${readSent(seen)}\`.`,
          'Who catches what `request.json()` throws? And do you ask for `numbers` before you know that there is an object?',
          'const body: unknown = await request.json().catch(() => undefined); const { numbers } = Object(body);',
        ],
      },
      {
        id: 'another-refusal',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          '400 is what many APIs answer. The task says 422, as FastAPI does for a body that does not fit.',
          'Which status stands behind the body of your refusal?',
          "return Response.json({ detail: '…' }, { status: 422 });",
        ],
      },
      {
        id: 'added-anyway',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readSent(seen)}\` holds no list of numbers, and got a sum.`,
          'Does `Number(…)` or a `+` make a number of what is none? Is each entry looked at?',
          "numbers.every((entry) => typeof entry === 'number')",
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const number = random.integer(1, 99);
    const lists = [
      [number, String(number)],
      [number, null],
      [true, number],
      [[number]],
      number,
      word,
    ];
    const values = [...lists.map((numbers) => ({ numbers })), { [word]: [number] }, [number], null];
    const bodies = [
      ...values.map((value) => JSON.stringify(value)),
      '{"numbers": [1, 2',
      undefined,
    ];
    for (const body of random.shuffle(bodies)) {
      const headers = { 'content-type': 'application/json' };
      const reply = await api.send({ method: 'POST', path: '/sum', headers, body });
      expect(reply.status, 'the status').toBe(422);
    }
  },
);

check(
  'answers-head',
  {
    title: 'answers HEAD /hello with the status and the content type of GET',
    lesson: 'uvicorn/run',
    hints: [
      'HEAD is a GET without the body. The server leaves the body out, so your function may answer as for GET.',
      'For which methods does your function greet?',
      "if (request.method === 'GET' || request.method === 'HEAD') …",
    ],
    cases: [
      {
        id: 'head-refused',
        when: (seen) => [404, 405].some((status) => hasStatus(seen, status)),
        hints: [
          'HEAD was turned away. Whoever may GET a path may ask for its headers alone.',
          'For which methods does your function greet?',
          "if (request.method === 'GET' || request.method === 'HEAD') …",
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    for (const path of ['/hello', `/hello?name=${random.word()}`]) {
      const reply = await api.send({ method: 'HEAD', path });
      expect(reply.status, 'the status').toBe(200);
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'knows-its-paths',
  {
    title: 'answers 404 for any other path, whatever the method',
    lesson: 'uvicorn/run',
    hints: [
      'There are two paths. For all else the answer is 404, and it comes before any question about the method.',
      'Do you compare the whole path, and before the method? Which status does a Response have when you name none?',
      "return Response.json({ detail: 'Not Found' }, { status: 404 });",
    ],
    cases: [
      {
        id: 'part-of-the-path',
        when: (seen) => readStatus(seen) !== 501 && /^\/(hello|sum)/.test(readPath(seen)),
        hints: (seen) => [
          `\`${readPath(seen)}\` is no path of this app: it only begins with the same letters.`,
          'Do you compare with `startsWith` or `includes`, where the whole path counts? Do you ask for the method before the path?',
          "if (pathname === '/hello') …",
        ],
      },
      {
        id: 'method-before-path',
        when: (seen) => hasStatus(seen, 405),
        hints: (seen) => [
          `405 says that \`${readPath(seen)}\` is there, for other methods. It is not there at all.`,
          'Which of the two do you ask first: the method or the path?',
          'First the path, with 404; then the method, with 405.',
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const paths = [
      '/',
      `/${word}`,
      `/hello${word}`,
      `/hello/${word}`,
      `/sum${word}`,
      `/${word}/sum`,
      `/${word}/hello`,
    ];
    for (const path of random.shuffle(paths)) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        const reply = await api.send({ method, path });
        expect(reply.status, 'the status').toBe(404);
      }
    }
  },
);

check(
  'names-its-methods',
  {
    title: 'answers another method with 405, and names those it takes in Allow',
    lesson: 'uvicorn/say',
    hints: [
      'The path is known and the method is not: 405, with a header that says what would work.',
      'Do you ask for the method as well as for the path, and is `Allow` made for each path apart?',
      "return Response.json({ detail: 'Method Not Allowed' }, { status: 405, headers: { allow: 'GET, HEAD' } });",
    ],
    cases: [
      {
        id: 'known-path-not-found',
        when: (seen) => hasStatus(seen, 404),
        hints: (seen) => [
          `\`${readPath(seen)}\` is there, only not for ${readMethod(seen)}. 404 tells the caller that the path is wrong.`,
          'Where does a request go whose path fits and whose method does not?',
          "if (pathname === '/hello') { if (request.method === 'GET' …) return …; return … 405; }",
        ],
      },
      {
        id: 'allow-differs',
        when: (seen) => isAbout(seen, '`Allow`'),
        hints: (seen) => [
          `The status is right. \`Allow\` for \`${readPath(seen)}\` names each method that this path takes, and no other. What came: ${seen.exchange?.response?.headers.allow ?? 'no such header'}.`,
          'Is it made for this path, are the methods separated by commas, and is HEAD among those of /hello?',
          "allow: 'GET, HEAD' // for /hello; 'POST' for /sum",
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    const taken = { '/hello': ['GET', 'HEAD'], '/sum': ['POST'] };
    for (const [path, methods] of Object.entries(taken)) {
      const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((m) => !methods.includes(m));
      for (const method of random.shuffle(others)) {
        const reply = await api.send({ method, path });
        expect(reply.status, 'the status').toBe(405);
        const named = (reply.headers.allow ?? '').split(',').map((name) => name.trim());
        const allowed = named.filter((name) => name !== '' && name !== 'OPTIONS').sort();
        expect(allowed, '`Allow`').toEqual(methods);
      }
    }
  },
);
