import { type Api, check, expect, type HintCase, hasStatus, type Random, type Reply } from '../../kit/checks.ts';
import { isAbout, isRefusal, keysOf, readSent } from '../../kit/failure-seen.ts';
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

type Features = { feature1: number; feature2: number };
type Prediction = { prediction: number[]; probability: number[] };

const [scaler, regression] = model.steps;

/** What scikit-learn answers, by the formula in the task. */
function predict({ feature1, feature2 }: Features): Prediction {
  const scaled = [feature1, feature2].map((value, i) => (value - mean[i]) / scale[i]);
  const z = intercept + coef[0] * scaled[0] + coef[1] * scaled[1];
  const p = 1 / (1 + Math.exp(-z));
  return { prediction: [p > 0.5 ? 1 : 0], probability: [1 - p, p] };
}

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
  const isNear = (value: unknown, near: number | undefined): boolean =>
    typeof value === 'number' && near !== undefined && Math.abs(value - near) < 1e-9;
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
  },
  async ({ api }) => {
    const reply = await api.post('/predict', { feature1: 1.25, feature2: -0.75 });
    expect(reply.status, 'the status').toBe(200);
    const { prediction, probability } = asNode(reply.json);
    expect(
      { prediction: readForm(prediction), probability: readForm(probability) },
      'the form of the body',
    ).toEqual({ prediction: ['number'], probability: ['number', 'number'] });
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
  },
  async ({ api }) => {
    // From scikit-learn itself: features, label, probability of class 0 and of class 1.
    const points = [
      [0, 0, 0, 0.7976053373602247, 0.20239466263977535],
      [2.25, 0.75, 1, 0.0531977266291751, 0.9468022733708249],
      [-0.5, -3.25, 1, 0.20464870796353818, 0.7953512920364618],
      [3, 4.5, 1, 0.4685276972082417, 0.5314723027917583],
      [-3, 4, 0, 0.9999977297153231, 2.2702846769374495e-6],
    ] as const;
    for (const [feature1, feature2, label, ...probability] of points) {
      const reply = await api.post('/predict', { feature1, feature2 });
      expect(reply.status, 'the status').toBe(200);
      expect(readPrediction(reply, probability), 'the body').toEqual({
        prediction: [label],
        probability,
      });
    }
  },
);

check(
  'stays-a-probability',
  {
    title: 'answers probabilities from 0 to 1 for very large features too',
    lesson: 'predict/defend',
    hints: [
      'Try a feature of a million: what does the reply hold?',
      'What is `Math.exp(1000)`, and what do you get when you divide that by itself?',
      'Write p as 1 / (1 + Math.exp(-z)): with an infinite exponential it is 0, never NaN.',
    ],
  },
  async ({ api }) => {
    for (const [feature1, feature2, label] of [
      [1_000_000, 1_000_000, 1],
      [-1_000_000, 1_000_000, 0],
      [1_000_000, -1_000_000, 1],
    ] as const) {
      const reply = await api.post('/predict', { feature1, feature2 });
      expect(reply.status, 'the status').toBe(200);
      const probability = [1 - label, label];
      expect(readPrediction(reply, probability), 'the body').toEqual({
        prediction: [label],
        probability,
      });
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
  },
  async ({ api }) => {
    for (const body of [
      { feature1: 1 },
      { feature2: 2 },
      { feature1: null, feature2: 2 },
      { feature1: 1, feature2: 'abc' },
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
    lesson: 'predict/run',
    hints: [
      'Send a POST with neither body nor content type. Does your handler still predict?',
      'Is the body of your route required, or only checked when there is one?',
      "request: { body: { content: { 'application/json': { schema: Input } }, required: true } }",
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
  },
  async ({ api }) => {
    const document = await readDocument(api);
    expect(document.openapi, 'the version in `openapi`').toMatch(/^3\./);
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
