import { check, expect } from '../../kit/checks.ts';

/** What the model of the starter says of two features within its range. */
function rate(feature1: number, feature2: number): { label: string; score: number } {
  const score = 1 / (1 + Math.exp(-(feature1 + feature2)));
  return { label: score > 0.5 ? 'high' : 'low', score };
}

check(
  'answers-with-the-rating',
  {
    title: 'answers 200 with the label and the score of the model',
    lesson: 'summary/see',
    hints: [
      'Only what the contract names goes out, as the model gave it.',
      'Does the reply hold the score of these two features, as a number and unrounded?',
      'return c.json(Output.parse(runModel(feature1, feature2)), 200);',
    ],
  },
  async ({ api, random }) => {
    const features = [
      { feature1: 1, feature2: 0.5 },
      { feature1: random.number(-4, -1), feature2: random.number(0, 0.5) },
      { feature1: random.number(0.1, 3), feature2: random.number(0, 2) },
    ];
    for (const body of features) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(200);
      const { label, score } = rate(body.feature1, body.feature2);
      expect(reply.json?.label, '`label`').toBe(label);
      expect(reply.json?.score, '`score`').toEqual(expect.any(Number));
      expect(reply.json.score, '`score`').toBeCloseTo(score, 9);
    }
  },
);

check(
  'keeps-the-rest-back',
  {
    title: 'sends nothing that the contract does not name',
    lesson: 'summary/see',
    hints: [
      'The model returns more than the contract promises. Where does the rest go?',
      'Does a cast such as `as Output` take anything away while the program runs?',
      'Output.parse(raw) // a z.object() leaves unknown keys out; `as` only changes what TypeScript believes',
    ],
  },
  async ({ api, random }) => {
    const body = { feature1: random.number(-2, 2), feature2: random.number(-2, 2) };
    const reply = await api.post('/predict', body);
    expect(reply.status, 'the status').toBe(200);
    expect(Object.keys(reply.json ?? {}).sort(), 'the list of fields').toEqual(['label', 'score']);
  },
);

check(
  'answers-500-when-the-promise-breaks',
  {
    title: 'answers 500, and nothing of the model, when its result does not fit',
    lesson: 'summary/see',
    hints: [
      'For features beyond 1000 the model returns no rating. A promise that cannot be kept is a fault of the server.',
      'Who looks at the result of the model before it is sent, and what happens when it does not fit?',
      '`parse` throws, and Hono answers 500; or: if (!result.success) return c.json({ detail: … }, 500);',
    ],
    cases: [
      {
        id: 'sent-anyway',
        when: ({ exchange, failure }) =>
          exchange?.response?.status === 200 && failure.received === 200,
        hints: [
          'The model said "out of range", and your handler answered 200 all the same.',
          'Has the result been validated at run time, or has TypeScript only been told to believe it?',
          'const rating = Output.parse(runModel(feature1, feature2)); // throws when it does not fit',
        ],
      },
      {
        id: 'blamed-the-client',
        when: ({ exchange, failure }) =>
          failure.received === exchange?.response?.status &&
          (exchange?.response?.status ?? 0) < 500,
        hints: [
          'The request was fine; the model failed. Statuses from 400 to 499 blame the client.',
          'Which status says that the server could not do its part?',
          'return c.json({ detail: "The model failed." }, 500);',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const body = { feature1: random.integer(1001, 9999), feature2: random.number(-2, 2) };
    const reply = await api.post('/predict', body);
    expect(reply.status, 'the status when the model gives no rating').toBe(500);
    expect(reply.body, 'the body').not.toMatch(/out of range|rate-7/);
  },
);

check(
  'refuses-bad-input',
  {
    title: 'still refuses a feature that is missing or no number with 422',
    lesson: 'validation/run',
    hints: [
      'The contract of the starter did that: is it still used?',
      'Does the handler read `c.req.valid("json")`, and is the `defaultHook` still there?',
      'app.openapi(predict, (c) => { const { feature1, feature2 } = c.req.valid("json"); … })',
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    for (const body of [
      { feature1: 1 },
      { feature1: word, feature2: 2 },
      { feature1: 1, feature2: word },
      { feature1: null, feature2: 2 },
      { feature1: 1, feature2: null },
      undefined,
    ]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(422);
    }
  },
);
