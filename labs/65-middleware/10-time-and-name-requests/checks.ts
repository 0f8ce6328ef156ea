import { setTimeout } from 'node:timers/promises';
import {
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** How long `/slow` waits, and a little less: timers may be early by a fraction. */
const slowestSeconds = 0.09;
/** A time rounded to a tenth is right. Much more would let one pass that counts from the server's start, a moment ago. */
const toleranceSeconds = 0.06;

const numberPattern = /^\d+(\.\d+)?(e[+-]?\d+)?$/i;
const idPattern = /^[A-Za-z0-9_=-]{1,64}$/;

/** In words, as below: the number itself is another one in every run. */
function expectTime({ headers }: Reply): void {
  const value = headers['x-process-time'];
  const isNumber = numberPattern.test(value ?? '');
  const received = value === undefined ? undefined : noNumber;
  expect(isNumber ? plainNumber : received, 'X-Process-Time').toBe(plainNumber);
}

const plainNumber = 'a plain number';
const noNumber = 'something else';

/** What a reply to `/slow` says of its time, in words: the number itself is another one in every run. */
function describeTime({ headers }: Reply, elapsedSeconds: number): string {
  const seconds = Number(headers['x-process-time']);
  if (seconds < slowestSeconds) return tooShort;
  return seconds > elapsedSeconds + toleranceSeconds ? tooLong : likely;
}

const likely = 'the seconds that /slow takes';
const tooShort = 'less than that';
const tooLong = 'more than the whole request took';

function expectId({ headers }: Reply): string {
  const id = headers['x-request-id'] ?? '';
  const seen = idPattern.test(id) ? goodId : headers['x-request-id'];
  expect(seen, 'X-Request-ID').toBe(goodId);
  return id;
}

const goodId = '1 to 64 letters, digits, - and _';

function expectGreeting(reply: Reply, message: string): void {
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toMatchObject({ message });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const readHeader = ({ exchange }: FailureSeen, name: string) => exchange?.response?.headers[name];
const readSentId = ({ exchange }: FailureSeen) => exchange?.request.headers['x-request-id'];

/** What was sent for a number, with the same digits in every run. */
const describeValue = (seen: FailureSeen) =>
  (readHeader(seen, 'x-process-time') ?? '').replaceAll(/\d[\d.]*/g, '0.1').slice(0, 40);

const complain = (id: string) =>
  id.length > 64
    ? `It has ${id.length} characters, and at most 64 are allowed.`
    : 'It has a character that is no letter, no digit, no `-` and no `_`.';

const shape =
  "app.use(async (c, next) => { …; await next(); c.header('X-Request-ID', id); c.header('X-Process-Time', …); }); // above the routes";

/** What may be wrong with both headers and with the reply as a whole. */
const commonCases: HintCase[] = [
  {
    id: 'no-reply-left',
    when: (seen) => hasStatus(seen, 500) || hasStatus(seen, 404),
    hints: (seen) => [
      `The route answered before, and now its status is ${seen.exchange?.response?.status}: the reply is lost on the way through your middleware.`,
      'Do you `await next()`, exactly once, in every case? And are the routes of the starter still there?',
      shape,
    ],
  },
  {
    id: 'another-reply',
    when: (seen) => isAbout(seen, 'the body'),
    hints: [
      'The reply is another than in the starter. A middleware adds headers here and leaves the rest alone.',
      'Does your middleware return a reply of its own, or has a route changed?',
      shape,
    ],
  },
  {
    id: 'no-header',
    when: (seen) => {
      const name = isAbout(seen, 'X-Process-Time') ? 'x-process-time' : 'x-request-id';
      return isAbout(seen, 'X-') && readHeader(seen, name) === undefined;
    },
    hints: (seen) => [
      `The reply to \`${seen.exchange?.request.method} ${seen.exchange?.request.path}\` has no such header.`,
      'Does the middleware stand above the routes, does it cover every path, and is the header set for every reply, whatever its status?',
      shape,
    ],
  },
  notSentAsJson,
];

/** The time is counted from another moment than this request's start, or in another unit. */
const tookTooLong: HintCase = {
  id: 'too-long',
  when: ({ failure }) => failure.received === tooLong,
  hints: [
    'The header says more seconds than the whole request took.',
    'What does `performance.now()` count: seconds or milliseconds? And is the start of this request taken away?',
    '(performance.now() - startedAtMs) / 1000',
  ],
};

check(
  'times-the-reply',
  {
    title: 'says in X-Process-Time how many seconds the reply took',
    lesson: 'starlette/say',
    hints: [
      '`/slow` waits for a tenth of a second, so its time is a little more than 0.1.',
      'Where do you take the first time, where the second, and what is their unit?',
      "const startedAtMs = performance.now(); await next(); c.header('X-Process-Time', String((performance.now() - startedAtMs) / 1000));",
    ],
    cases: [
      ...commonCases,
      {
        id: 'no-plain-number',
        when: ({ failure }) => failure.received === noNumber,
        hints: (seen) => [
          `The value of \`X-Process-Time\` looks like \`${describeValue(seen)}\`, which is no plain number, and programs read this header.`,
          'Is there a unit or a word in it, is it negative, or was the header set twice?',
          'String((performance.now() - startedAtMs) / 1000) // digits and a point, nothing else',
        ],
      },
      {
        id: 'too-short',
        when: ({ failure }) => failure.received === tooShort,
        hints: [
          '`/slow` takes a tenth of a second at least, and the header says less.',
          'Is the second time taken behind `await next()`? Is the difference divided by 1000 only once, and not rounded to whole seconds?',
          'const startedAtMs = performance.now(); await next(); const endedAtMs = performance.now();',
        ],
      },
      tookTooLong,
    ],
  },
  async ({ api }) => {
    const startedAtMs = performance.now();
    const reply = await api.get('/slow');
    const elapsedSeconds = (performance.now() - startedAtMs) / 1000;
    expectGreeting(reply, 'Done');
    expectTime(reply);
    expect(describeTime(reply, elapsedSeconds), 'X-Process-Time').toBe(likely);
  },
);

check(
  'names-the-request',
  {
    title: 'gives every request without an id another one',
    lesson: 'starlette/say',
    hints: [
      'An id that two requests share finds neither of them.',
      'Where is the id made: inside the middleware, for each request, or once when the file is loaded?',
      'app.use(async (c, next) => { const id = … ?? crypto.randomUUID(); … });',
    ],
    cases: [
      ...commonCases,
      {
        id: 'strange-id',
        when: (seen) => isAbout(seen, 'X-Request-ID'),
        hints: (seen) => [
          `The new id is \`${readHeader(seen, 'x-request-id')}\`, and ids here have 1 to 64 letters, digits, \`-\` and \`_\`.`,
          'What makes the id, and was the header set twice?',
          'crypto.randomUUID()',
        ],
      },
    ],
  },
  async ({ api }) => {
    const ids = new Set<string>();
    const requests = 5;
    for (let request = 0; request < requests; request++) {
      const reply = await api.get('/');
      expectGreeting(reply, 'Hello World');
      expectTime(reply);
      ids.add(expectId(reply));
    }
    expect(ids.size, `the number of ids of ${requests} requests`).toBe(requests);
  },
);

check(
  'keeps-the-id-that-was-sent',
  {
    title: 'takes the id that the client sent, unchanged',
    lesson: 'starlette/build',
    hints: [
      'The client, or a proxy in front of you, has named this request already. With the same name in both logs it can be followed.',
      'Which ids pass your test? 1 to 64 characters, capitals, digits, `-` and `_` are all fine.',
      "const given = c.req.header('x-request-id') ?? ''; const id = /^[A-Za-z0-9_-]{1,64}$/.test(given) ? given : …;",
    ],
    cases: [
      ...commonCases,
      {
        id: 'other-letters',
        when: (seen) =>
          readHeader(seen, 'x-request-id')?.toLowerCase() === readSentId(seen)?.toLowerCase(),
        hints: [
          'The id came back with other capitals. To whoever looks for it that is another id.',
          'Which of your lines changes it: `toLowerCase`, `toUpperCase`?',
          "c.header('X-Request-ID', given) // as it came",
        ],
      },
      {
        id: 'another-id',
        when: (seen) => isAbout(seen, 'X-Request-ID'),
        hints: (seen) => [
          `\`${readSentId(seen)}\` was sent and is a good id, and the reply has another one.`,
          "Do you read the request's header at all, and does your test take letters, digits, `-` and `_`, from 1 to 64 of them?",
          "const given = c.req.header('x-request-id') ?? '';",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const ids = [word, `${word}-${random.integer(1, 999)}_X`, word[0] ?? 'a', random.word(64)];
    for (const id of [...ids, `Mc${random.word(62)}`.toUpperCase(), '-', '_7']) {
      const reply = await api.get('/', { headers: { 'X-Request-ID': id } });
      expectGreeting(reply, 'Hello World');
      expect(reply.headers['x-request-id'], 'X-Request-ID').toBe(id);
    }
  },
);

check(
  'takes-no-strange-id',
  {
    title: 'makes a new id where the one that was sent cannot be trusted',
    lesson: 'starlette/build',
    hints: [
      'A header is input like any other. This id has a character or a length that the task does not allow.',
      'Does your test look at the whole text, from its first character to its last, and at its length?',
      '/^[A-Za-z0-9_-]{1,64}$/.test(given)',
    ],
    cases: [
      ...commonCases,
      {
        id: 'taken-over',
        when: (seen) =>
          readHeader(seen, 'x-request-id') !== undefined &&
          readHeader(seen, 'x-request-id') === readSentId(seen),
        hints: (seen) => [
          `\`${readSentId(seen)}\` was taken over as it came. ${complain(readSentId(seen) ?? '')}`,
          'Which characters and which length does your test allow? Does the pattern begin with `^` and end with `$`?',
          '/^[A-Za-z0-9_-]{1,64}$/.test(given)',
        ],
      },
      {
        id: 'the-same-id-again',
        when: (seen) => isAbout(seen, 'the second id'),
        hints: [
          'The same bad id was sent twice, and both requests got the same name. It was cut, cleaned or replaced by a fixed text.',
          'What do you do with an id that fails your test: repair it, or forget it?',
          'const id = isPlain ? given : crypto.randomUUID();',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const spoiled = [`<b>${word}`, `${word} ${word}`, `${word}/..`, `${word};drop`, `é${word}`];
    for (const id of [...random.shuffle(spoiled), random.word(65), random.word(200), '']) {
      const ask = () => api.get('/', { headers: { 'X-Request-ID': id } });
      const first = expectId(await ask());
      expect(first, 'X-Request-ID').not.toBe(id);
      const second = expectId(await ask());
      expect(second === first, 'the second id is the first again').toBe(false);
    }
  },
);

check(
  'names-and-times-errors',
  {
    title: 'adds both headers to a 404 and a 500 as well',
    lesson: 'starlette/run',
    hints: [
      'A request that failed is the one that somebody will look for.',
      'Is there a condition around your headers, or a path behind `app.use`? Are they set where an error still passes by?',
      shape,
    ],
    cases: [
      {
        id: 'status-changed',
        when: (seen) => isAbout(seen, 'the status'),
        hints: (seen) => [
          `\`${seen.exchange?.request.path}\` had status ${seen.failure.expected} in the starter, and has another one now.`,
          'Does your middleware answer by itself, or catch the error and forget the status?',
          shape,
        ],
      },
      ...commonCases,
    ],
  },
  async ({ api, random }) => {
    for (const [path, status] of [
      [`/${random.word()}`, 404],
      ['/boom', 500],
    ] as const) {
      const id = random.word();
      const reply = await api.get(path, { headers: { 'X-Request-ID': id } });
      expect(reply.status, 'the status').toBe(status);
      expect(reply.headers['x-request-id'], 'X-Request-ID').toBe(id);
      expectTime(reply);
      expectId(await api.get(path));
    }
  },
);

check(
  'keeps-requests-apart',
  {
    title: 'keeps the ids and times of requests apart that are under way together',
    lesson: 'starlette/see',
    hints: [
      'While one request waits in `/slow`, others come in. Each reply carries the id of its own request.',
      'Does the id live in a variable outside of the middleware, where the next request writes over it?',
      'app.use(async (c, next) => { const id = …; await next(); … }); // inside, or c.set(…)',
    ],
    cases: [
      ...commonCases,
      {
        id: 'shared-start',
        when: ({ failure }) => failure.received === tooShort,
        hints: [
          'While this request waited in `/slow`, another one came in, and the time of both was taken from there.',
          'Does the start live in a variable outside of the middleware, where the next request writes over it?',
          'app.use(async (c, next) => { const startedAtMs = performance.now(); await next(); … }); // inside',
        ],
      },
      tookTooLong,
    ],
  },
  async ({ api, random }) => {
    const ids = Array.from({ length: 4 }, () => random.word(8));
    const askFor = (path: string, id: string) => api.get(path, { headers: { 'X-Request-ID': id } });
    // More come in while these wait: a start that all share would be that of the last one.
    const comeIn = async (id: string) => {
      for (let request = 0; request < 3; request++) {
        await setTimeout(20);
        await askFor('/', id);
      }
    };
    const startedAtMs = performance.now();
    const waiting = Promise.all(ids.map((id) => askFor('/slow', id)));
    const [replies] = await Promise.all([waiting, comeIn(random.word(8))]);
    const elapsedSeconds = (performance.now() - startedAtMs) / 1000;
    for (const [index, reply] of replies.entries()) {
      expectGreeting(reply, 'Done');
      expect(reply.headers['x-request-id'], 'X-Request-ID').toBe(ids[index]);
      expectTime(reply);
      expect(describeTime(reply, elapsedSeconds), 'X-Process-Time').toBe(likely);
    }
  },
);
