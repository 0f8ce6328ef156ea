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

async function finishLoading(api: Api): Promise<void> {
  const reply = await api.post('/load');
  expect(reply.status, 'the status of POST /load').toBe(200);
}

/** Begins anew: whatever was being loaded is there, and has to be forgotten. */
async function restart(api: Api): Promise<void> {
  await finishLoading(api);
  const reply = await api.post('/restart');
  expect(reply.status, 'the status of POST /restart').toBe(200);
}

/** The JSON of a reply, or its text, so that the learner sees what came when it is no JSON. */
const readBody = ({ json, body }: Reply): unknown => json ?? body;

const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';

const refusal =
  "return c.json({ detail: 'The model is not loaded' }, 503, { 'Retry-After': '1' });";
const routes = {
  '/health': "app.get('/health', (c) => c.json({ status: 'ok' })); // nothing about the model",
  '/ready': `app.get('/ready', (c) => { if (model === undefined) ${refusal} … });`,
  '/predict': `if (model === undefined) ${refusal} // before anything else`,
};
const started =
  'model = undefined; model = await loadModel(); // in an async start() that nobody awaits';

function expectRefusal(reply: Reply): void {
  expect(reply.status, 'the status').toBe(503);
  const detail = 'The model is not loaded';
  expect(readBody(reply), 'the body').toMatchObject({ detail });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
  const isWhole = /^[1-9]\d*$/.test(reply.headers['retry-after'] ?? '');
  const seconds = isWhole ? 'a whole number of seconds' : (reply.headers['retry-after'] ?? null);
  expect(seconds, 'the header Retry-After').toBe('a whole number of seconds');
}

const notWritten: HintCase = {
  id: 'not-written',
  when: (seen) => hasStatus(seen, 501),
  hints: (seen) => [
    `This is still the reply of the starter to \`${readPath(seen)}\`: status 501, "not written yet".`,
    'What should it answer while the model loads, and what when it is there?',
    Object(routes)[readPath(seen)],
  ],
};

/** The two routes of the starter have to be there, or nothing can be said about the rest. */
const starterGone: HintCase = {
  id: 'starter-gone',
  when: (seen) => isAbout(seen, 'the status of POST'),
  hints: (seen) => [
    `\`POST ${readPath(seen)}\` is a route of the starter, and it did not answer 200.`,
    'Is it still there as it was, and does `start()` throw an error?',
    "app.post('/restart', (c) => { start(); return c.json({ status: 'starting' }); });",
  ],
};

/** What a 503 may lack. */
const refusalCases: HintCase[] = [
  {
    id: 'no-retry-after',
    when: (seen) => isAbout(seen, 'the header Retry-After') && seen.failure.received === null,
    hints: [
      'The 503 does not say when it is worth asking again: there is no header `Retry-After`.',
      'What is the third argument of `c.json(…)`?',
      refusal,
    ],
  },
  {
    id: 'other-retry-after',
    when: (seen) => isAbout(seen, 'the header Retry-After'),
    hints: [
      '`Retry-After` is there, and its value is no whole number of seconds, 1 or more.',
      'Which text do you give it? Digits only: no unit, no point, no words.',
      "{ 'Retry-After': '1' }",
    ],
  },
  {
    id: 'other-words',
    when: (seen) => isAbout(seen, 'the body'),
    hints: [
      'The status is right, and the body another one. FastAPI puts the sentence of an HTTPException under `detail`.',
      'Is it JSON, is the key `detail`, and is the sentence that of the task, letter by letter?',
      refusal,
    ],
  },
  notSentAsJson,
];

check(
  'alive-while-loading',
  {
    title: 'answers GET /health with 200 while the model loads',
    lesson: 'production/say',
    hints: [
      '`/health` is about the process: it answers, so it is alive. The model has no part in it.',
      'Does the handler ask for the model, or wait for it?',
      routes['/health'],
    ],
    cases: [
      starterGone,
      notWritten,
      {
        id: 'health-asks-for-the-model',
        when: (seen) => hasStatus(seen, 503) || hasStatus(seen, 500),
        hints: [
          'The model is being loaded, and `/health` says that the process is ill. It would be restarted, and load from the beginning.',
          'Does this handler ask for the model, or does a middleware before it?',
          routes['/health'],
        ],
      },
      anotherSuccess,
    ],
  },
  async ({ api }) => {
    await restart(api);
    const reply = await api.get('/health');
    expect(reply.status, 'the status').toBe(200);
  },
);

check(
  'not-ready-while-loading',
  {
    title: 'answers GET /ready with 503 while the model loads, whatever was loaded before',
    lesson: 'production/say',
    hints: [
      'The model is not there yet, so the server is not ready, and 503 says so at once.',
      'How does the handler know whether the model is there, and does it wait for it?',
      routes['/ready'],
    ],
    cases: [
      starterGone,
      notWritten,
      {
        id: 'ready-too-early',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          '`/ready` answered 200. Before it came `POST /load` and then `POST /restart`, so the model is still being loaded.',
          'Does `start()` forget the old model? Is a new one called loaded when loading has begun? Is the status left out, so that it is 200?',
          `${started} // and in /ready: ${refusal}`,
        ],
      },
      {
        id: 'unready-otherwise',
        when: (seen) => typeof seen.failure.received === 'number',
        hints: (seen) => [
          `The server is not ready, and answers ${seen.failure.received}. What is true of the server for a while has a status of its own.`,
          'Which status says "not now, ask again"?',
          refusal,
        ],
      },
    ],
  },
  async ({ api }) => {
    await restart(api);
    const reply = await api.get('/ready');
    expect(reply.status, 'the status').toBe(503);
  },
);

check(
  'says-when-to-ask-again',
  {
    title: 'says in the 503 what is missing, and in Retry-After when to ask again',
    lesson: 'production/see',
    hints: [
      'A 503 has two things to say: `detail` what is the matter, `Retry-After` in how many seconds to ask again.',
      'Which of the two is another one in your reply, or not there?',
      refusal,
    ],
    cases: [starterGone, ...refusalCases],
  },
  async ({ api }) => {
    await restart(api);
    expectRefusal(await api.get('/ready'));
  },
);

check(
  'refuses-to-predict',
  {
    title: 'answers POST /predict with the same 503 while the model loads, at once',
    lesson: 'production/see',
    hints: [
      'Nobody should wait here for minutes: without a model `/predict` answers as `/ready` does, at once.',
      'Does the handler await the model, or use it unseen?',
      routes['/predict'],
    ],
    cases: [
      starterGone,
      notWritten,
      {
        id: 'predicted-without-a-model',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'There was a prediction, and no model: a client cannot tell that it is worth nothing.',
          'What does your code use in place of the model: a default after `??`, a model of its own?',
          routes['/predict'],
        ],
      },
      {
        id: 'used-unseen',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'An error left your handler. 500 means a fault of the server, and here it only needs time.',
          'What is the model while it loads, and does your code ask before it uses it?',
          routes['/predict'],
        ],
      },
      ...refusalCases,
    ],
  },
  async ({ api, random }) => {
    await restart(api);
    const body = { feature1: random.number(1, 9), feature2: random.number(1, 9) };
    expectRefusal(await api.post('/predict', body));
  },
);

check(
  'ready-when-loaded',
  {
    title: 'answers GET /ready with 200 as soon as the model is loaded, and stays alive',
    lesson: 'production/say',
    hints: [
      'The promise of `loadModel()` has been kept: from now on the server is ready.',
      'Who takes the model out of the promise, and does it get to where `/ready` looks?',
      started,
    ],
    cases: [
      starterGone,
      {
        id: 'never-ready',
        when: (seen) => hasStatus(seen, 503),
        hints: [
          'First came `POST /restart`, then `POST /load`, and `/ready` still answers 503.',
          'Does `start()` begin to load, or only the first request? Is the model kept in the variable that `/ready` asks for?',
          started,
        ],
      },
      anotherSuccess,
    ],
  },
  async ({ api }) => {
    await restart(api);
    await finishLoading(api);
    for (const path of ['/ready', '/health', '/ready']) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(200);
    }
  },
);

check(
  'predicts-when-loaded',
  {
    title: 'answers POST /predict with what the model says, once it is loaded',
    lesson: 'production/see',
    hints: [
      'The class comes from the model, for the two features of this request.',
      'What do you hand to `model.predict(…)`, in which order, and what do you send?',
      'return c.json({ prediction: model.predict(feature1, feature2) });',
    ],
    cases: [starterGone, anotherSuccess],
  },
  async ({ api, random }) => {
    await restart(api);
    await finishLoading(api);
    const [low, high] = [random.number(-9, 0), random.number(1, 9)];
    const pairs = [
      [3, 1],
      ...random.shuffle([
        [low, high],
        [high, low],
        [high, high],
      ]),
    ];
    for (const [feature1 = 0, feature2 = 0] of pairs) {
      const reply = await api.post('/predict', { feature1, feature2 });
      expect(reply.status, 'the status').toBe(200);
      const prediction = feature1 > feature2 ? 1 : 0;
      expect(readBody(reply), 'the body').toMatchObject({ prediction });
    }
  },
);
