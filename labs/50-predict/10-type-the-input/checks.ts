import { check, expect } from '../../kit/checks.ts';

/** FastAPI says 422; this exercise leaves the choice. */
const refused = expect.toBeOneOf([400, 422]);

check(
  'echoes-two-numbers',
  {
    title: 'answers 200 with the two features as JSON',
    lesson: 'what-is-fastapi/see',
    hints: [
      'Which method and path does the task name, and what does your handler answer there?',
      'After the body is read as JSON, what do you hand to `c.json(...)`?',
      "app.post('/predict', async (c) => { const input = …; return c.json(input); })",
    ],
  },
  async ({ api }) => {
    const reply = await api.post('/predict', { feature1: 1.5, feature2: -2 });
    expect(reply.status, 'the status').toBe(200);
    expect(reply.json, 'the body').toEqual({ feature1: 1.5, feature2: -2 });
  },
);

check(
  'echoes-other-numbers',
  {
    title: 'answers with the numbers of this request, zero and large ones too',
    lesson: 'what-is-fastapi/see',
    hints: [
      'Send it two different requests: do the replies differ?',
      'Does any of your conditions take 0 for a missing number?',
      'Test `typeof value === "number"`, or let `z.number()` do it, never `if (!value)`.',
    ],
  },
  async ({ api }) => {
    const first = await api.post('/predict', { feature1: 0, feature2: 0.25 });
    expect(first.status, 'the status for a feature that is 0').toBe(200);
    expect(first.json, 'the body').toEqual({ feature1: 0, feature2: 0.25 });
    const second = await api.post('/predict', { feature2: 1_000_000, feature1: -0.125 });
    expect(second.status, 'the status for the second request').toBe(200);
    expect(second.json, 'the body').toEqual({ feature1: -0.125, feature2: 1_000_000 });
  },
);

check(
  'refuses-a-missing-field',
  {
    title: 'refuses a request that leaves a feature out',
    lesson: 'what-is-fastapi/see',
    hints: [
      'What does your schema say about a field that is not there?',
      'Who looks at the result of the validation before the handler answers?',
      'const result = Input.safeParse(body); if (!result.success) return c.json(…, 422);',
    ],
  },
  async ({ api }) => {
    for (const body of [{ feature1: 3.5 }, { feature2: 4 }, {}]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toEqual(refused);
    }
  },
);

check(
  'refuses-a-wrong-type',
  {
    title: 'refuses a feature that is not a number',
    lesson: 'what-is-fastapi/see',
    hints: [
      'A field that is there can still hold the wrong thing.',
      'Which type does your schema give each feature: does it let a list or a word through?',
      'z.object({ feature1: z.number(), feature2: z.number() })',
    ],
  },
  async ({ api }) => {
    for (const wrong of ['many', null, [1], { value: 1 }]) {
      const first = await api.post('/predict', { feature1: wrong, feature2: 2 });
      expect(first.status, 'the status').toEqual(refused);
      const second = await api.post('/predict', { feature1: 1, feature2: wrong });
      expect(second.status, 'the status').toEqual(refused);
    }
  },
);

check(
  'drops-other-fields',
  {
    title: 'leaves fields that it did not declare out of the reply',
    lesson: 'what-is-fastapi/see',
    hints: [
      'Which object do you send back: the one that came in, or the one that was validated?',
      'What does a Zod object do with keys that it does not know?',
      'const result = Input.safeParse(body); ... return c.json(result.data); // not body',
    ],
  },
  async ({ api }) => {
    const reply = await api.post('/predict', { feature1: 7, feature2: 8.5, isAdmin: true });
    expect(reply.status, 'the status').toBe(200);
    expect(reply.json, 'the body').toEqual({ feature1: 7, feature2: 8.5 });
  },
);

check(
  'refuses-what-is-not-json',
  {
    title: 'refuses a body that is not JSON',
    lesson: 'what-is-fastapi/see',
    hints: [
      'Reading the body can fail before there is anything to validate.',
      'What does `await c.req.json()` do when the text is cut off, and who catches it?',
      'const body = await c.req.json().catch(() => undefined); // undefined fails the schema',
    ],
  },
  async ({ api }) => {
    const headers = { 'content-type': 'application/json' };
    const reply = await api.send({
      method: 'POST',
      path: '/predict',
      headers,
      body: '{"feature1": 1,',
    });
    expect(reply.status, 'the status').toEqual(refused);
  },
);
