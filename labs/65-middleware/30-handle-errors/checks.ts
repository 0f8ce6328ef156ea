import {
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, readReplyKeys } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

const shortestId = 8;
const goodId = `a text of at least ${shortestId} characters`;

/** Words of the errors that /report and /price throw, and what a stack is made of. */
const inside =
  /ECONNREFUSED|postgres|hunter2|10\.0\.0\.5|reports|prices|answered 404|TypeError|\n\s*at |\.[cm]?[jt]s:\d|\.py"/;

function expectProblem(reply: Reply, status: number, detail: string): void {
  expect(reply.status, 'the status').toBe(status);
  expect(reply.json ?? reply.body, 'the body').toMatchObject({ detail });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

function expectOrder(reply: Reply, order: object): void {
  expect(reply.status, 'the status').toBe(200);
  expect(reply.json ?? reply.body, 'the body').toEqual(order);
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const nameRequest = ({ exchange }: FailureSeen) =>
  `${exchange?.request.method} ${exchange?.request.path}`;

const shape =
  'app.onError((error, c) => { if (error instanceof OrderNotFound) return c.json({ detail: error.message }, 404); … });';

/** What may be wrong with any reply to an error. */
const problemCases: HintCase[] = [
  {
    id: 'not-caught',
    when: (seen) => isAbout(seen, 'the status') && hasStatus(seen, 500),
    hints: (seen) => [
      `\`${nameRequest(seen)}\` threw an error that the task knows, and it was answered as a crash.`,
      'Does `app.onError` ask for this class with `instanceof`, and `return` the reply? `error.name` is only `Error`, and a `try` around `await next()` catches nothing in Hono.',
      shape,
    ],
  },
  {
    id: 'said-200',
    when: (seen) => hasStatus(seen, 200),
    hints: (seen) => [
      `\`${nameRequest(seen)}\` went wrong, and the reply says 200, which means that all is well.`,
      'What is the second argument of your `c.json(…)`?',
      'return c.json({ detail: error.message }, 404);',
    ],
  },
  {
    id: 'another-status',
    when: (seen) => isAbout(seen, 'the status'),
    hints: (seen) => [
      `The status is ${seen.exchange?.response?.status}, and the task says ${seen.failure.expected} for this.`,
      'Which line of your handler answered, and is the right one above it?',
      shape,
    ],
  },
  {
    id: 'no-json',
    when: (seen) => isAbout(seen, 'the body') && seen.exchange?.response?.json === undefined,
    hints: [
      'What came back is plain text. A client that reads JSON fails over an error that is none.',
      'Do you answer with `c.text`, or with the reply that an HTTPException makes of itself?',
      'return c.json({ detail: error.message }, error.status);',
    ],
  },
  {
    id: 'no-detail',
    when: (seen) => isAbout(seen, 'the body') && !readReplyKeys(seen).includes('detail'),
    hints: [
      'The reply has no key `detail`. Clients look there, whatever went wrong.',
      'Under which key do you put the message?',
      'c.json({ detail: … }, …)',
    ],
  },
  {
    id: 'other-words',
    when: (seen) => isAbout(seen, 'the body'),
    hints: [
      'There is a `detail`, and it is not what the task asks for, letter by letter.',
      'Does it hold the message of this very error, as it is, and as a text?',
      '{ detail: error.message }',
    ],
  },
  notSentAsJson,
];

check(
  'answers-404-for-no-order',
  {
    title: 'answers 404 with the message when an order is not there',
    lesson: 'starlette/say',
    hints: [
      '`findOrder` throws an `OrderNotFound`, in every route that calls it.',
      'Where is the one place that sees all errors of the app?',
      shape,
    ],
    cases: problemCases,
  },
  async ({ api, random }) => {
    for (const id of [random.word(), String(random.integer(3, 999)), '-1']) {
      expectProblem(await api.get(`/orders/${id}`), 404, `There is no order ${id}`);
      expectProblem(await api.post(`/orders/${id}/cancel`), 404, `There is no order ${id}`);
    }
  },
);

check(
  'answers-409-for-a-shipped-order',
  {
    title:
      'answers 409 with the message when an order has been shipped, and leaves the others alone',
    lesson: 'starlette/say',
    hints: [
      'The request was well formed and the order is there. It is the state of the order that forbids it: a conflict.',
      'Which status do you give an `OrderShipped`, and do orders that are well still answer as in the starter?',
      'if (error instanceof OrderShipped) return c.json({ detail: error.message }, 409);',
    ],
    cases: [
      {
        id: 'order-changed',
        when: ({ failure: { expected } }) =>
          expected === 200 || Object(expected).status !== undefined,
        hints: (seen) => [
          `\`${nameRequest(seen)}\` throws nothing, and had another reply in the starter.`,
          'Has a route changed, or does something answer in its place?',
          'app.onError((error, c) => { … }); // runs only when something was thrown',
        ],
      },
      ...problemCases,
    ],
  },
  async ({ api }) => {
    expectProblem(await api.post('/orders/2/cancel'), 409, 'Order 2 has been shipped');
    expectOrder(await api.post('/orders/1/cancel'), { id: '1', status: 'cancelled' });
    expectOrder(await api.get('/orders/1'), { id: '1', status: 'open' });
    expectOrder(await api.get('/orders/2'), { id: '2', status: 'shipped' });
  },
);

check(
  'keeps-http-exceptions',
  {
    title: 'answers an HTTPException with its own status and its message',
    lesson: 'starlette/say',
    hints: [
      'An `HTTPException` was thrown on purpose, by a route or by a middleware of Hono. It knows its status.',
      'Does your `app.onError` let it through with its own status, 5xx included, and as JSON?',
      'if (error instanceof HTTPException) return c.json({ detail: error.message }, error.status);',
    ],
    cases: problemCases,
  },
  async ({ api }) => {
    expectProblem(await api.get('/admin'), 401, 'Not authenticated');
    expectProblem(await api.get('/busy'), 503, 'Try again later');
  },
);

check(
  'hides-the-inside',
  {
    title: 'answers any other error with a 500 that says nothing of its inside',
    lesson: 'starlette/run',
    hints: [
      'Nobody planned for this error, so nobody knows what its message holds: here it is a password.',
      'What do you put into the reply, and where does it come from?',
      "return c.json({ detail: 'Internal Server Error', id }, 500);",
    ],
    cases: [
      {
        id: 'told-the-inside',
        when: (seen) => isAbout(seen, 'nothing of the error'),
        hints: [
          'The reply tells what happened inside: a message, a class, a stack or an address. That belongs into the log.',
          'Does `error.message`, `error.name`, `error.stack` or `String(error)` go into the body or into a header?',
          "console.error(id, error); return c.json({ detail: 'Internal Server Error', id }, 500);",
        ],
      },
      {
        id: 'status-of-another-server',
        when: (seen) => hasStatus(seen, 404) && nameRequest(seen) === 'GET /price',
        hints: [
          'The price service answered 404 to us. Our client asked for a path that is there, so it is our 500.',
          'Do you use `error.status` of any error that has one?',
          'if (error instanceof HTTPException) … // this class and no other',
        ],
      },
      ...problemCases.filter(({ id }) => id !== 'not-caught'),
    ],
  },
  async ({ api }) => {
    for (const path of ['/report', '/price']) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(500);
      const told = `${JSON.stringify(reply.headers)} ${reply.body}`.replaceAll('\\n', '\n');
      expect(inside.test(told), 'nothing of the error is told').toBe(false);
      expectProblem(reply, 500, 'Internal Server Error');
    }
  },
);

check(
  'names-every-crash',
  {
    title: 'gives every 500 an id of its own',
    lesson: 'starlette/run',
    hints: [
      'The user reads the id to you, and you find the error in the log. That works if no other error has the same one.',
      'Is the id a text, long enough, under the key `id`, and made anew for each error?',
      "const id = crypto.randomUUID(); return c.json({ detail: 'Internal Server Error', id }, 500);",
    ],
    cases: [
      {
        id: 'no-id',
        when: (seen) => isAbout(seen, 'the id') && !readReplyKeys(seen).includes('id'),
        hints: [
          'The 500 has no key `id`, and nobody can say which error in the log it was.',
          'What does your last `c.json(…)` hold besides `detail`?',
          "c.json({ detail: 'Internal Server Error', id }, 500)",
        ],
      },
      {
        id: 'another-id',
        when: (seen) => isAbout(seen, 'the id:'),
        hints: [
          `There is an \`id\`, and it is no text, or one of fewer than ${shortestId} characters, which soon comes again.`,
          'What makes it: a clock, a counter, a small random number?',
          'const id = crypto.randomUUID(); // a text of 36 characters',
        ],
      },
      {
        id: 'same-id',
        when: (seen) => isAbout(seen, 'the number of ids'),
        hints: [
          'Two crashes had the same id.',
          'Where is it made: when the file is loaded, out of the error, or inside `app.onError` for each error?',
          'app.onError((error, c) => { …; const id = crypto.randomUUID(); … });',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const ids = new Set<unknown>();
    const paths = random.shuffle(['/report', '/price', '/report', '/price', '/report']);
    for (const path of paths) {
      const { json } = await api.get(path);
      const isGood = typeof json?.id === 'string' && json.id.length >= shortestId;
      expect(isGood ? goodId : json?.id, 'the id').toBe(goodId);
      ids.add(json.id);
    }
    expect(ids.size, `the number of ids of ${paths.length} crashes`).toBe(paths.length);
  },
);

check(
  'answers-404-elsewhere',
  {
    title: 'answers 404 as JSON where nobody serves the path',
    lesson: 'starlette/say',
    hints: [
      'Nothing was thrown here, so `app.onError` is not asked. Hono answers with a text of its own.',
      'Which method of the app answers for paths without a route?',
      "app.notFound((c) => c.json({ detail: 'Not Found' }, 404));",
    ],
    cases: [
      {
        id: 'still-hono',
        when: (seen) => isAbout(seen, 'the body') && seen.exchange?.response?.json === undefined,
        hints: [
          'The status is right, and the body is plain text: nobody has told Hono what to say here.',
          'Which method of the app answers for paths without a route?',
          "app.notFound((c) => c.json({ detail: 'Not Found' }, 404));",
        ],
      },
      ...problemCases,
    ],
  },
  async ({ api, random }) => {
    expectProblem(await api.get(`/${random.word()}`), 404, 'Not Found');
    expectProblem(await api.get(`/${random.word()}/${random.word()}`), 404, 'Not Found');
  },
);
