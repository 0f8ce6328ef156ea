import {
  type Api,
  check,
  expect,
  type FailureSeen,
  hasStatus,
  type Random,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, isRefusal, keysOf, readReplyKeys, readSent } from '../../kit/failure-seen.ts';
import {
  anotherSuccess,
  notSentAsJson,
  refusedAValidBody,
  validationThrew,
} from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';
import {
  asList,
  asNode,
  follow,
  isNode,
  isNumberList,
  type Node,
  readJsonSchema,
  takesNumber,
} from '../../kit/openapi-document.ts';
import model from '../data/model.json' with { type: 'json' };

const [scaler, regression] = model.steps;
const [mean1 = 0, mean2 = 0] = scaler?.mean ?? [];
const [scale1 = 0, scale2 = 0] = scaler?.scale ?? [];
const [coef1 = 0, coef2 = 0] = regression?.coef?.[0] ?? [];
const [intercept = 0] = regression?.intercept ?? [];

const scoreOf = (feature1: number, feature2: number) =>
  intercept + (coef1 * (feature1 - mean1)) / scale1 + (coef2 * (feature2 - mean2)) / scale2;

const sigmoid = (score: number) => 1 / (1 + Math.exp(-score));

/** What scikit-learn answers, by the formula in the task. */
function predict(feature1: number, feature2: number) {
  const p = sigmoid(scoreOf(feature1, feature2));
  return { prediction: [p > 0.5 ? 1 : 0], probability: [1 - p, p] };
}

/** A row of two features where the model leaves no doubt about the label. */
function drawRow(random: Random): [number, number] {
  const [feature1, feature2] = [random.number(-2, 2), random.number(-3, 3)];
  const isClear = Math.abs(scoreOf(feature1, feature2)) > 0.01;
  return isClear ? [feature1, feature2] : drawRow(random);
}

/** Whether the probabilities are those of another formula: it tells which mistake was made. */
const isProbability =
  (score: (feature1: number, feature2: number) => number) =>
  (seen: FailureSeen): boolean => {
    const { feature1, feature2 } = JSON.parse(readSent(seen) || '{}');
    return isNear(readReceived(seen).probability[1], sigmoid(score(feature1, feature2)));
  };

const multiply = (distance: number, scale: number) => distance * scale;
const divideByRoot = (distance: number, scale: number) => distance / Math.sqrt(scale);

const readReceived = ({ failure }: FailureSeen) => {
  const { prediction, probability } = asNode(failure.received);
  return { prediction: asList(prediction), probability: asList(probability) };
};

const isNear = (value: unknown, near: number | undefined): boolean =>
  typeof value === 'number' && near !== undefined && Math.abs(value - near) < 1e-9;

/** The form of a JSON value: the type's name in place of each number, text or boolean; what is absent stays so. */
function readForm(value: unknown): unknown {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map(readForm);
  return value === null ? null : typeof value;
}

/** The prediction that came, with each probability that is near enough as `expected` has it. */
function readPrediction(reply: Reply, expected: readonly number[]): unknown {
  const { prediction, probability } = asNode(reply.json);
  if (!Array.isArray(probability)) return { prediction, probability };
  return {
    prediction,
    probability: probability.map((value, i) => (isNear(value, expected[i]) ? expected[i] : value)),
  };
}

async function readDocument(api: Api): Promise<Node> {
  const reply = await api.get('/openapi.json');
  expect(reply.status, 'the status of /openapi.json').toBe(200);
  expect(isNode(reply.json), 'whether the document is a JSON object').toBe(true);
  return reply.json;
}

const readPredict = (document: Node) => follow(document, document.paths, '/predict', 'post');

check(
  'answers-with-two-lists',
  {
    title: 'answers 200 with a list of one label and a list of two probabilities',
    lesson: 'predict/see',
    hints: [
      'Compare the form of your reply with the example in the task, key by key.',
      'scikit-learn predicts for many rows at once. What does it return for a single row?',
      'return c.json({ prediction: [label], probability: [1 - p, p] }, 200);',
    ],
    cases: [
      refusedAValidBody,
      anotherSuccess,
      {
        id: 'label-is-no-list',
        when: ({ failure }) => typeof asNode(failure.received).prediction === 'string',
        hints: [
          '`prediction` is a list, even for a single row.',
          'What does `model.predict([[1.5, 2.5]])` return: one label, or a list with one label for each row?',
          'prediction: [label]',
        ],
      },
      {
        id: 'list-of-rows',
        when: (seen) => Array.isArray(readReceived(seen).probability[0]),
        hints: [
          '`probability` holds one row: two numbers, not a list of rows.',
          '`predict_proba` returns a row for each row it was given. Which part of that is in the reply?',
          'probability: [1 - p, p] // in Python: model.predict_proba(rows)[0]',
        ],
      },
      {
        id: 'one-probability',
        when: (seen) => readReceived(seen).probability.length === 1,
        hints: [
          'There are two classes, and the reply has the probability of one.',
          'How likely is class 0 when class 1 has probability p?',
          'probability: [1 - p, p]',
        ],
      },
      {
        id: 'not-numbers',
        when: (seen) => /"(string|boolean)"/.test(JSON.stringify(readReceived(seen))),
        hints: [
          'The lists hold something other than numbers.',
          'What makes text or true and false of them: `toFixed(…)`, `String(…)`, a comparison?',
          'prediction: [p > 0.5 ? 1 : 0], probability: [1 - p, p]',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const [feature1, feature2] = drawRow(random);
    const reply = await api.post('/predict', { feature1, feature2 });
    expect(reply.status, 'the status').toBe(200);
    const { prediction, probability } = asNode(reply.json);
    expect(
      { prediction: readForm(prediction), probability: readForm(probability) },
      'the form of the body',
    ).toEqual({ prediction: ['number'], probability: ['number', 'number'] });
    expect(readMediaType(reply), 'the content type').toBe('application/json');
  },
);

check(
  'predicts-as-scikit-learn',
  {
    title: "gives scikit-learn's label and probabilities to nine decimal places",
    lesson: 'predict/see',
    hints: [
      'Take one request and work the formula out by hand with the numbers of `model.json`.',
      'Is each feature standardised first, and does the probability of class 0 come first?',
      'const scaled1 = (feature1 - mean[0]) / scale[0]; … 1 / (1 + Math.exp(-z))',
    ],
    cases: [
      refusedAValidBody,
      {
        id: 'another-label',
        when: ({ failure }) => {
          const [wanted, got] = [asNode(failure.expected), asNode(failure.received)];
          return JSON.stringify(wanted.probability) === JSON.stringify(got.probability);
        },
        hints: [
          'The probabilities are right, and the label is not that of the likelier class.',
          'What do you compare, and with what: p with 0.5, or z with 0?',
          'prediction: [p > 0.5 ? 1 : 0]',
        ],
      },
      {
        id: 'answers-the-example',
        when: (seen) => isNear(readReceived(seen).probability[0], predict(1.5, 2.5).probability[0]),
        hints: [
          'These are the numbers of the example, whatever was asked.',
          'Where in your reply do the features of this request come in?',
          "const { feature1, feature2 } = c.req.valid('json');",
        ],
      },
      {
        id: 'sign-of-the-exponent',
        when: (seen) =>
          isProbability((...row) => -scoreOf(...row))(seen) &&
          readReceived(seen).prediction[0] !== asList(asNode(seen.failure.expected).prediction)[0],
        hints: [
          'Label and probabilities are those of the other class.',
          'Which sign has z inside the exponential?',
          'const p = 1 / (1 + Math.exp(-z));',
        ],
      },
      {
        id: 'classes-swapped',
        when: isProbability((...row) => -scoreOf(...row)),
        hints: [
          'Both probabilities are right, and in the wrong order.',
          'scikit-learn lists the classes as 0, 1. Of which class is p the probability?',
          'probability: [1 - p, p]',
        ],
      },
      {
        id: 'not-standardised',
        when: isProbability(
          (feature1, feature2) => intercept + coef1 * feature1 + coef2 * feature2,
        ),
        hints: [
          'The model has two steps, and the first of them is missing.',
          'What does the StandardScaler do with a feature before the regression sees it?',
          'const scaled1 = (feature1 - mean[0]) / scale[0];',
        ],
      },
      {
        id: 'no-intercept',
        when: isProbability((...row) => scoreOf(...row) - intercept),
        hints: [
          'A constant is missing from the sum.',
          'Which of the four parts of the model do you not use yet?',
          'const z = intercept + coef[0] * scaled1 + coef[1] * scaled2;',
        ],
      },
      {
        id: 'scale-misused',
        when: (seen) =>
          [multiply, divideByRoot].some((standardise) =>
            isProbability(
              (feature1, feature2) =>
                intercept +
                coef1 * standardise(feature1 - mean1, scale1) +
                coef2 * standardise(feature2 - mean2, scale2),
            )(seen),
          ),
        hints: [
          'Each feature is standardised, but its scale is used in another way than in the formula.',
          '`scale_` is the standard deviation: what does the formula do with it?',
          'const scaled1 = (feature1 - mean[0]) / scale[0];',
        ],
      },
      {
        id: 'brackets',
        when: isProbability(
          (feature1, feature2) =>
            intercept + coef1 * (feature1 - mean1 / scale1) + coef2 * (feature2 - mean2 / scale2),
        ),
        hints: [
          'Division comes before subtraction, unless brackets say otherwise.',
          'What is divided by the scale in the formula: the mean, or the difference?',
          '(feature1 - mean[0]) / scale[0]',
        ],
      },
      {
        id: 'features-swapped',
        when: isProbability((feature1, feature2) => scoreOf(feature2, feature1)),
        hints: [
          'The result is right for another row: one with both features exchanged.',
          'Which feature meets which mean, scale and coefficient?',
          'feature1 goes with [0], feature2 with [1]',
        ],
      },
      {
        id: 'rounded',
        when: ({ failure }) => {
          const [wanted] = asList(asNode(failure.expected).probability);
          const [got] = asList(asNode(failure.received).probability);
          return Math.abs(Number(wanted) - Number(got)) < 1e-3;
        },
        hints: [
          'The probabilities are nearly right: they lack decimal places.',
          'What rounds them, and who should decide how many places are shown?',
          'probability: [1 - p, p] // rounded where it is shown, not in the API',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    // From scikit-learn itself: features, label, probability of class 0 and of class 1.
    const recorded = [
      [0, 0, 0, 0.7976053373602247, 0.20239466263977535],
      [2.25, 0.75, 1, 0.0531977266291751, 0.9468022733708249],
      [3, 4.5, 1, 0.4685276972082417, 0.5314723027917583],
      [-3, 4, 0, 0.9999977297153231, 2.2702846769374495e-6],
    ] as const;
    const points = [
      ...recorded.map(([feature1, feature2, label, ...probability]) => ({
        row: [feature1, feature2],
        expected: { prediction: [label], probability },
      })),
      ...[drawRow(random), drawRow(random), drawRow(random)].map((row) => ({
        row,
        expected: predict(...row),
      })),
    ];
    for (const { row, expected } of points) {
      const [feature1, feature2] = row;
      const reply = await api.post('/predict', { feature1, feature2 });
      expect(reply.status, 'the status').toBe(200);
      expect(readPrediction(reply, expected.probability), 'the body').toEqual(expected);
    }
  },
);

check(
  'stays-a-probability',
  {
    title: 'answers probabilities from 0 to 1 for very large features too',
    lesson: 'predict/build',
    hints: [
      'Try a feature of a million: what does the reply hold?',
      'What is `Math.exp(1000)`, and what do you get when you divide that by itself?',
      'Write p as 1 / (1 + Math.exp(-z)): with an infinite exponential it is 0, never NaN.',
    ],
    cases: [
      {
        id: 'large-is-refused',
        when: isRefusal,
        hints: [
          'A feature of a million is refused, and it is a number like any other.',
          'Which bound does your schema set, and who asked for it?',
          'z.object({ feature1: z.number(), feature2: z.number() })',
        ],
      },
      {
        id: 'out-of-range',
        when: (seen) => readReceived(seen).probability.some((p) => Number(p) < 0 || Number(p) > 1),
        hints: [
          'A probability is below 0 or above 1.',
          'Does every feature go through the same formula, or is there a branch for large ones?',
          'const p = 1 / (1 + Math.exp(-z)); // always from 0 to 1',
        ],
      },
      {
        id: 'not-certain',
        when: (seen) => readReceived(seen).probability.every((p) => typeof p === 'number'),
        hints: [
          'So far from the middle the model is certain: 0 and 1 to nine decimal places.',
          'Do you cut off the probability or z, or replace what is very small?',
          'const p = 1 / (1 + Math.exp(-z)); // nothing more',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const [large, larger] = [
      random.integer(1_000_000, 2_000_000),
      random.integer(2_000_000, 3_000_000),
    ];
    for (const [feature1, feature2] of [
      [larger, large],
      [-large, larger],
      [large, -larger],
    ] as const) {
      const expected = predict(feature1, feature2);
      const reply = await api.post('/predict', { feature1, feature2 });
      expect(reply.status, 'the status').toBe(200);
      expect(readPrediction(reply, expected.probability), 'the body').toEqual(expected);
      const [p0, p1] = reply.json.probability;
      for (const p of [p0, p1]) {
        expect(p, 'a probability').toBeGreaterThanOrEqual(0);
        expect(p, 'a probability').toBeLessThanOrEqual(1);
      }
      expect(p0 + p1, 'the sum of the probabilities').toBeCloseTo(1, 9);
    }
  },
);

check(
  'refuses-bad-input',
  {
    title: 'refuses a feature that is missing, null or a word with 422',
    lesson: 'validation/run',
    hints: [
      'The model must never see what is not a number.',
      'Which status does Zod middleware answer with by itself, and where can you say another?',
      'new OpenAPIHono({ defaultHook: (result, c) => { if (!result.success) return c.json(…, 422); } })',
    ],
    cases: [
      {
        id: 'answers-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'The bad body is refused, but with 400. FastAPI says 422, and so does the contract here.',
          'Which status does Zod middleware answer with by itself, and where can you say another?',
          'new OpenAPIHono({ defaultHook: (result, c) => { if (!result.success) return c.json(…, 422); } })',
        ],
      },
      validationThrew,
      {
        id: 'error-with-status-200',
        when: (seen) => hasStatus(seen, 200) && !readReplyKeys(seen).includes('probability'),
        hints: [
          'The reply has status 200, which says that all went well, whatever its body says.',
          'Where do you hand `c.json` the status of a refusal?',
          'return c.json({ detail: … }, 422); // the status is the second argument',
        ],
      },
      {
        id: 'missing-passes',
        when: (seen) => hasStatus(seen, 200) && keysOf(JSON.parse(readSent(seen))).length < 2,
        hints: [
          'A prediction came back although a feature is missing.',
          'Which number did the formula take for it: a default, 0, `undefined`?',
          'z.object({ feature1: z.number(), feature2: z.number() }) // required, no default',
        ],
      },
      {
        id: 'null-passes',
        when: (seen) => hasStatus(seen, 200) && readSent(seen).includes(':null'),
        hints: [
          'null came through, and a prediction came back.',
          'What does your schema make of null: `z.coerce.number()` makes 0 of it.',
          'z.number() // neither z.coerce.number() nor .nullable()',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const body of [
      { feature1: random.number(-9, 9) },
      { feature2: random.number(-9, 9) },
      { feature1: null, feature2: 2 },
      { feature1: 1, feature2: null },
      { feature1: 1, feature2: random.word() },
      { feature1: random.word(), feature2: 2 },
      {},
    ]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(422);
    }
  },
);

check(
  'refuses-an-absent-body',
  {
    title: 'refuses a request that has no body with 422',
    lesson: 'predict/see',
    hints: [
      'Send a POST with neither body nor content type. Does your handler still predict?',
      'Is the body of your route required, or only checked when there is one?',
      "request: { body: { content: { 'application/json': { schema: Input } }, required: true } }",
    ],
    cases: [
      {
        id: 'absent-answers-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'A request without a body is refused, but with 400. FastAPI says 422 here too.',
          'Who answers 400: one of your lines, or the middleware that reads the body for you?',
          'const body = await c.req.json().catch(() => null); // null fails the schema: 422',
        ],
      },
      {
        id: 'absent-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'Reading a body that is not there threw, and nobody caught it: that is the 500.',
          'What does `await c.req.json()` do when there is no body?',
          'const body = await c.req.json().catch(() => null); // null fails the schema: 422',
        ],
      },
    ],
  },
  async ({ api }) => {
    const reply = await api.post('/predict');
    expect(reply.status, 'the status').toBe(422);
  },
);

check(
  'serves-the-document',
  {
    title: 'serves an OpenAPI 3 document at /openapi.json that lists POST /predict',
    lesson: 'docs/see',
    hints: [
      'FastAPI serves its document without being asked. Here one line does it.',
      'At which path is your document, and does it know of a route made with `app.post`?',
      "app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Predict', version: '1.0.0' } });",
    ],
    cases: [
      {
        id: 'no-document',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          'Nothing answers at /openapi.json. FastAPI serves its document there without being asked.',
          'Do you serve the document at all, and if so, at which path?',
          "app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Predict', version: '1.0.0' } });",
        ],
      },
      {
        id: 'document-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'Making the document threw an error.',
          'Which schema cannot be shown in a document: one with a transform or a class, perhaps?',
          "z.….openapi({ type: 'number' }) // says what to write in its place",
        ],
      },
      {
        id: 'route-not-in-the-document',
        when: (seen) => isAbout(seen, 'the paths') || isAbout(seen, 'what the document says'),
        hints: [
          'The document is there, and does not know of POST /predict.',
          'Was the route made with `app.post`, or with `app.openapi` from a `createRoute`?',
          'app.openapi(predict, (c) => …); // predict is what createRoute returned',
        ],
      },
      {
        id: 'not-openapi-3',
        when: (seen) => isAbout(seen, 'the version'),
        hints: [
          'The document does not say that it is OpenAPI 3.',
          'Which key names the version: `openapi`, or the older `swagger`?',
          "app.doc31('/openapi.json', { openapi: '3.1.0', … });",
        ],
      },
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    const [major] = String(document.openapi ?? '').split('.');
    expect(major, 'the version in `openapi`, before the point').toBe('3');
    const paths = Object.keys(follow(document, document.paths));
    expect(paths, 'the paths in the document').toContain('/predict');
    const methods = Object.keys(follow(document, document.paths, '/predict'));
    expect(methods, 'what the document says of /predict').toContain('post');
  },
);

check(
  'documents-the-request',
  {
    title: 'documents the body: required, with two required numbers',
    lesson: 'docs/see',
    hints: [
      'Open the document and look for `requestBody` below POST /predict.',
      'Which part of `createRoute` says what comes in, and that it must come?',
      "request: { body: { content: { 'application/json': { schema: Input } }, required: true } }",
    ],
    cases: [
      {
        id: 'features-optional',
        when: ({ failure }) => JSON.stringify(failure.received ?? '').includes('optional'),
        hints: [
          'The document tells clients that they may leave a feature out.',
          'Which part of your schema makes it optional: `.optional()`, `.default(…)`, `.nullish()`?',
          'z.object({ feature1: z.number(), feature2: z.number() })',
        ],
      },
      {
        id: 'features-not-numbers',
        when: ({ failure }) => JSON.stringify(failure.received ?? '').includes('no number'),
        hints: [
          'The document names both features, but not as numbers.',
          'Which type does your schema give them, and does an `.openapi({ … })` overrule it?',
          'z.object({ feature1: z.number(), feature2: z.number() })',
        ],
      },
      {
        id: 'body-not-required',
        when: (seen) => isAbout(seen, '`required`'),
        hints: [
          'The fields are required, the body itself is not: that is another switch.',
          'What stands beside `content` in your request body?',
          "body: { content: { 'application/json': { schema: Input } }, required: true }",
        ],
      },
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    const body = follow(document, readPredict(document), 'requestBody');
    const schema = readJsonSchema(document, body);
    const properties = follow(document, schema, 'properties');
    const describe = (name: string) => {
      if (properties[name] === undefined) return 'absent';
      const isRequired = asList(schema.required).includes(name);
      const kind = takesNumber(document, properties[name]) ? 'number' : 'no number';
      return `${isRequired ? 'required' : 'optional'}, ${kind}`;
    };
    expect(
      { feature1: describe('feature1'), feature2: describe('feature2') },
      'what the document says of the body',
    ).toEqual({ feature1: 'required, number', feature2: 'required, number' });
    expect(body.required, '`required` of the body').toBe(true);
  },
);

check(
  'documents-the-response',
  {
    title: 'documents the 200 response: prediction and probability, lists of numbers',
    lesson: 'docs/run',
    hints: [
      'A description alone tells no client what comes back.',
      'Which schema stands below `responses`, 200, `content`, and does it name both lists?',
      "200: { description: …, content: { 'application/json': { schema: Output } } }",
    ],
    cases: [
      {
        id: 'another-status-documented',
        when: ({ exchange }) => {
          const document = asNode(exchange?.response?.json);
          return follow(document, readPredict(document), 'responses')['200'] === undefined;
        },
        hints: [
          'The document says nothing of status 200, which is what you answer.',
          'Under which status did you describe the reply?',
          'responses: { 200: { … }, 422: { … } }',
        ],
      },
      {
        id: 'one-list-missing',
        when: ({ failure }) =>
          /"absent".*list|list.*"absent"/.test(JSON.stringify(failure.received ?? '')),
        hints: [
          'The reply has two keys, and the document names one of them.',
          'Does your schema validate what you send, or is part of the reply not in it?',
          'z.object({ prediction: z.array(z.number()), probability: z.array(z.number()) })',
        ],
      },
      {
        id: 'no-lists-in-the-document',
        when: ({ failure }) => JSON.stringify(failure.received ?? '').includes('no list'),
        hints: [
          'The document names both keys, but the reply holds lists of numbers.',
          'What would a client expect that reads your document: one number, text, a list?',
          'z.object({ prediction: z.array(z.number()), probability: z.array(z.number()) })',
        ],
      },
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    const response = follow(document, readPredict(document), 'responses', '200');
    const properties = follow(document, readJsonSchema(document, response), 'properties');
    const describe = (name: string) => {
      if (properties[name] === undefined) return 'absent';
      return isNumberList(document, properties[name]) ? 'list of numbers' : 'no list of numbers';
    };
    expect(
      { prediction: describe('prediction'), probability: describe('probability') },
      'what the document says of the 200 response',
    ).toEqual({ prediction: 'list of numbers', probability: 'list of numbers' });
  },
);

check(
  'documents-the-422',
  {
    title: 'documents that a bad body is answered with 422',
    lesson: 'docs/defend',
    hints: [
      'A client should learn from the document that it can be refused.',
      'Which statuses does your handler answer with, and which of them does the document name?',
      "responses: { 200: { … }, 422: { description: 'Validation error' } }",
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    const responses = follow(document, readPredict(document), 'responses');
    const statuses = Object.keys(responses);
    expect(statuses, 'the statuses in the document').toContain('422');
  },
);
