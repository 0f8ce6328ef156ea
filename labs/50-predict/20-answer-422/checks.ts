import { check, expect, type Reply } from '../../kit/checks.ts';

/** The four keys asked for of each entry, so that further ones are free; else what came instead. */
function readEntries(reply: Reply): unknown {
  const detail: unknown = reply.json?.detail;
  if (!Array.isArray(detail)) return reply.json ?? reply.body;
  return detail.map((entry) => {
    if (typeof entry !== 'object' || entry === null) return entry;
    const { type, loc, msg, input } = entry;
    return { type, loc, msg, input };
  });
}

const missing = (field: string, body: unknown) => ({
  type: 'missing',
  loc: ['body', field],
  msg: 'Field required',
  input: body,
});

const notFloat = (field: string, input: unknown) => ({
  type: 'float_type',
  loc: ['body', field],
  msg: 'Input should be a valid number',
  input,
});

const notParsed = (field: string, input: string) => ({
  type: 'float_parsing',
  loc: ['body', field],
  msg: 'Input should be a valid number, unable to parse string as a number',
  input,
});

const jsonType = { 'content-type': 'application/json' };

check(
  'answers-valid-bodies',
  {
    title: 'still answers a valid body with 200 and its two numbers',
    lesson: 'validation/see',
    hints: [
      'Only a bad body may be refused: look at what your handler does with zeros.',
      'Does a condition of yours, such as `if (!value)`, take 0 for a missing number?',
      'const result = Input.safeParse(body); if (result.success) return c.json(result.data);',
    ],
  },
  async ({ api }) => {
    for (const body of [
      { feature1: 2.75, feature2: -4 },
      { feature1: 0, feature2: 0.5 },
    ]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json, 'the body').toEqual(body);
    }
  },
);

check(
  'refuses-with-422',
  {
    title: 'refuses a bad body with status 422, not 400',
    lesson: 'validation/say',
    hints: [
      'FastAPI keeps 400 for other trouble. Which status does it give a body that fails validation?',
      'Where does your handler choose the status of the reply to a bad body?',
      'if (!result.success) return c.json({ detail: [ … ] }, 422);',
    ],
  },
  async ({ api }) => {
    for (const body of [{ feature1: 'many', feature2: 2 }, { feature1: 3 }, {}]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(422);
    }
  },
);

check(
  'lists-what-is-wrong',
  {
    title: 'names the type, the place, the message and the input of an error',
    lesson: 'validation/see',
    hints: [
      "Zod's issue and FastAPI's entry say the same in other words. Put them side by side.",
      "Zod's `path` starts inside the body. What does FastAPI's `loc` start with?",
      "{ type: 'float_type', loc: ['body', ...issue.path], msg: …, input: body[field] }",
    ],
  },
  async ({ api }) => {
    for (const input of [null, { value: 1 }, [1.5]]) {
      const first = await api.post('/predict', { feature1: input, feature2: 2 });
      expect(first.status, 'the status').toBe(422);
      expect(readEntries(first), 'the list in `detail`').toEqual([notFloat('feature1', input)]);
      expect(first.headers['content-type'], 'the content type').toMatch(/^application\/json/i);
      const second = await api.post('/predict', { feature1: 1, feature2: input });
      expect(second.status, 'the status').toBe(422);
      expect(readEntries(second), 'the list in `detail`').toEqual([notFloat('feature2', input)]);
    }
  },
);

check(
  'reports-a-missing-field',
  {
    title: 'reports a missing field with the whole body as input',
    lesson: 'validation/run',
    hints: [
      'A field that is missing and a field that is null are two different errors.',
      'How do you tell them apart: what does the body hold for a field that was never sent?',
      "if (!(field in body)) return { type: 'missing', loc, msg: 'Field required', input: body };",
    ],
  },
  async ({ api }) => {
    for (const body of [{ feature1: 3.5 }, { feature1: -1, other: 'kept' }]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(422);
      expect(readEntries(reply), 'the list in `detail`').toEqual([missing('feature2', body)]);
    }
    const reply = await api.post('/predict', { feature2: 4 });
    expect(reply.status, 'the status').toBe(422);
    expect(readEntries(reply), 'the list in `detail`').toEqual([
      missing('feature1', { feature2: 4 }),
    ]);
  },
);

check(
  'accepts-text-that-is-a-number',
  {
    title: 'accepts text that spells a number and answers with the number',
    lesson: 'validation/run',
    hints: [
      'FastAPI is lax here and Zod is strict: `z.number()` refuses every text.',
      'At which point can text become a number, so that the schema sees the number?',
      "z.preprocess((value) => (typeof value === 'string' ? … : value), z.number())",
    ],
  },
  async ({ api }) => {
    const first = await api.post('/predict', { feature1: '1.5', feature2: ' 2 ' });
    expect(first.status, 'the status').toBe(200);
    expect(first.json, 'the body').toEqual({ feature1: 1.5, feature2: 2 });
    const second = await api.post('/predict', { feature1: -7, feature2: '1e3' });
    expect(second.status, 'the status').toBe(200);
    expect(second.json, 'the body').toEqual({ feature1: -7, feature2: 1000 });
  },
);

check(
  'refuses-text-that-is-no-number',
  {
    title: 'refuses text that is no number, the empty text too',
    lesson: 'validation/run',
    hints: [
      'Turning text into a number has surprises in JavaScript. Try the empty text and "12abc".',
      'What do `Number("")` and `parseFloat("12abc")` return, and is the input still the text sent?',
      "value.trim() === '' ? value : Number(value) // NaN fails z.number()",
    ],
  },
  async ({ api }) => {
    for (const text of ['abc', '1,5', '12abc', '', '  ', ' x ']) {
      const reply = await api.post('/predict', { feature1: text, feature2: 2 });
      expect(reply.status, 'the status').toBe(422);
      expect(readEntries(reply), 'the list in `detail`').toEqual([notParsed('feature1', text)]);
    }
    const reply = await api.post('/predict', { feature1: 8, feature2: 'eight' });
    expect(reply.status, 'the status').toBe(422);
    expect(readEntries(reply), 'the list in `detail`').toEqual([notParsed('feature2', 'eight')]);
  },
);

check(
  'reports-all-errors-at-once',
  {
    title: 'reports all errors at once, feature1 before feature2',
    lesson: 'validation/defend',
    hints: [
      'One bad field must not hide the other.',
      'How many issues does Zod give you, and in which order: that of the schema or that of the body?',
      'detail: result.error.issues.map((issue) => …)',
    ],
  },
  async ({ api }) => {
    const reply = await api.post('/predict', { feature2: null, feature1: 'a' });
    expect(reply.status, 'the status').toBe(422);
    expect(readEntries(reply), 'the list in `detail`').toEqual([
      notParsed('feature1', 'a'),
      notFloat('feature2', null),
    ]);
    const body = { feature2: 'b' };
    const other = await api.post('/predict', body);
    expect(other.status, 'the status').toBe(422);
    expect(readEntries(other), 'the list in `detail`').toEqual([
      missing('feature1', body),
      notParsed('feature2', 'b'),
    ]);
    const empty = await api.post('/predict', {});
    expect(empty.status, 'the status').toBe(422);
    expect(readEntries(empty), 'the list in `detail`').toEqual([
      missing('feature1', {}),
      missing('feature2', {}),
    ]);
  },
);

check(
  'reports-an-absent-body',
  {
    title: 'reports an absent body as one missing value',
    lesson: 'validation/run',
    hints: [
      'Without a body there are no fields to be missing: the body itself is.',
      'What does `await c.req.json()` do when there is no body, and what does `c.req.text()` give?',
      "const body = text === '' ? null : JSON.parse(text); // a null body: loc ['body'], input null",
    ],
  },
  async ({ api }) => {
    const absent = [{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }];
    const requests = [
      { method: 'POST', path: '/predict' },
      { method: 'POST', path: '/predict', headers: jsonType, body: '' },
      { method: 'POST', path: '/predict', headers: jsonType, body: 'null' },
    ];
    for (const request of requests) {
      const reply = await api.send(request);
      expect(reply.status, 'the status').toBe(422);
      expect(readEntries(reply), 'the list in `detail`').toEqual(absent);
    }
  },
);

check(
  'reports-malformed-json',
  {
    title: 'reports a body that is not JSON as json_invalid',
    lesson: 'validation/run',
    hints: [
      'Reading the body can fail before Zod sees anything.',
      'What does `JSON.parse` do with `{"feature1": 1,`, and who catches it?',
      "try { … } catch { return c.json({ detail: [{ type: 'json_invalid', loc: ['body', 0], … }] }, 422); }",
    ],
  },
  async ({ api }) => {
    for (const body of ['{"feature1": 1,', 'not json', '{"feature1": 1.5, "feature2": 2,}']) {
      const reply = await api.send({ method: 'POST', path: '/predict', headers: jsonType, body });
      expect(reply.status, 'the status').toBe(422);
      expect(reply.json, 'the body').toMatchObject({ detail: [{ type: 'json_invalid' }] });
      expect(reply.json?.detail[0]?.loc?.[0], 'the start of `loc`').toBe('body');
    }
  },
);
