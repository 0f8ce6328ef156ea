import { check, expect, hasStatus, type Random } from '../../kit/checks.ts';
import { readEntries, readErrors, readTypes } from '../../kit/error-list.ts';
import { isAbout, isRefusal, keysOf, readSent } from '../../kit/failure-seen.ts';
import { notSentAsJson, validationThrew } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

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

const drawNumber = (random: Random) => random.number(-99, 99);

check(
  'answers-valid-bodies',
  {
    title: 'still answers a valid body with 200 and its two numbers',
    lesson: 'validation/see',
    hints: [
      'Only a bad body may be refused, and a good one comes back as its two numbers.',
      'Did the starter answer this request? What did you change since?',
      'const result = Input.safeParse(body); if (result.success) return c.json(result.data);',
    ],
    cases: [
      {
        id: 'zero-is-missing',
        when: (seen) => isRefusal(seen) && readSent(seen).includes(':0,'),
        hints: [
          'A feature that is 0 is refused, and 0 is a number like any other.',
          'Which of your conditions is true for 0: `!value`, `value || …`, `value && …`?',
          "if (!('feature1' in body)) … // is it there at all?",
        ],
      },
      {
        id: 'refused-a-valid-body',
        when: isRefusal,
        hints: [
          'Your handler refuses a body that holds two numbers.',
          'When do you answer 200: is there a way through your conditions without an error?',
          'if (result.success) return c.json(result.data);',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const body of [
      { feature1: drawNumber(random), feature2: random.number(-99, -1) },
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
    cases: [
      validationThrew,
      {
        id: 'answered-200',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'A body that does not fit was answered with 200.',
          'Does anyone look at the result of the validation, and is 422 handed to `c.json`?',
          'if (!result.success) return c.json({ detail: [ … ] }, 422); // the second argument',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const body of [
      { feature1: random.word(), feature2: 2 },
      { feature1: drawNumber(random) },
      {},
    ]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(422);
    }
  },
);

check(
  'lists-what-is-wrong',
  {
    title: 'names the type, the place, the message and the input of an error',
    lesson: 'validation/say',
    hints: [
      "Zod's issue and FastAPI's entry say the same in other words. Put them side by side.",
      'Which of the four keys differs from the table in the task?',
      "{ type: 'float_type', loc: ['body', ...issue.path], msg: …, input: body[field] }",
    ],
    cases: [
      {
        id: 'converted-to-a-number',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'null, a list or an object was taken for a number.',
          'Who converts it? `Number(null)` is 0 and `Number([1.5])` is 1.5; `z.coerce` does the same.',
          "typeof value === 'string' ? Number(value) : value // convert text, and nothing else",
        ],
      },
      {
        id: 'no-list-in-detail',
        when: (seen) => isAbout(seen, 'the body') && readEntries(seen).length === 0,
        hints: [
          'The reply must be an object with a list in `detail`.',
          'What stands under `detail` now: a sentence, an object, nothing? Is the list at the top?',
          'return c.json({ detail: [{ type: …, loc: …, msg: …, input: … }] }, 422);',
        ],
      },
      {
        id: 'entries-of-zod',
        when: (seen) => readEntries(seen)[0]?.path !== undefined,
        hints: [
          "These are Zod's own issues: they have `path` and `code` where FastAPI has `loc` and `type`.",
          'Which of the four keys can you take from an issue, and which must you look up in the body?',
          "result.error.issues.map((issue) => ({ type: …, loc: ['body', ...issue.path], msg: …, input: … }))",
        ],
      },
      {
        id: 'more-entries-than-errors',
        when: (seen) => readEntries(seen).length > 1,
        hints: [
          'Only one field of this body is wrong, and your list has more entries.',
          'Where do the entries come from: from the issues of this request, or from your code?',
          'detail: result.error.issues.map((issue) => …)',
        ],
      },
      {
        id: 'null-is-missing',
        when: (seen) => readTypes(seen).includes('missing'),
        hints: [
          'null was sent, so the field is there: it holds the wrong thing.',
          'Which of your conditions takes null for a field that was left out: `== null`, `!value`, `??`?',
          "if (!(field in body)) … // missing; null goes on to 'float_type'",
        ],
      },
      {
        id: 'loc-without-body',
        when: (seen) =>
          Array.isArray(readEntries(seen)[0]?.loc) && readEntries(seen)[0].loc.length === 1,
        hints: [
          '`loc` says where in the request, and a request has more parts than the body.',
          "Zod's `path` starts inside the body. What does FastAPI's `loc` start with?",
          "loc: ['body', ...issue.path]",
        ],
      },
      {
        id: 'loc-is-no-list',
        when: (seen) => typeof readEntries(seen)[0]?.loc === 'string',
        hints: [
          '`loc` is a list of steps, not a text.',
          'What joins the steps into one text?',
          "loc: ['body', ...issue.path] // no join('.')",
        ],
      },
      {
        id: 'message-of-zod',
        when: (seen) => /^invalid|received/i.test(String(readEntries(seen)[0]?.msg)),
        hints: [
          "`msg` is Zod's sentence; FastAPI has its own, which clients may show.",
          'Which message does the table in the task name for this type?',
          "msg: 'Input should be a valid number' // not issue.message",
        ],
      },
      {
        id: 'input-not-sent-back',
        when: (seen) =>
          isAbout(seen, 'the body') && !keysOf(readEntries(seen)[0]).includes('input'),
        hints: [
          'The entry has no `input`: what the caller sent.',
          'Zod leaves the value out of its issues. Where else do you have it?',
          'input: body[field]',
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const number = drawNumber(random);
    for (const input of [null, { value: number }, [number]]) {
      const first = await api.post('/predict', { feature1: input, feature2: number });
      expect(first.status, 'the status').toBe(422);
      expect(readErrors(first), 'the body').toEqual({ detail: [notFloat('feature1', input)] });
      expect(readMediaType(first), 'the content type').toBe('application/json');
      const second = await api.post('/predict', { feature1: number, feature2: input });
      expect(second.status, 'the status').toBe(422);
      expect(readErrors(second), 'the body').toEqual({ detail: [notFloat('feature2', input)] });
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
    cases: [
      {
        id: 'other-fields-reported',
        when: (seen) =>
          readEntries(seen).length > 1 || /unrecog|extra/.test(JSON.stringify(readEntries(seen))),
        hints: [
          'A field that you did not declare is no error here.',
          'Is your schema strict about keys that it does not know?',
          'z.object({ … }) // drops them; z.strictObject({ … }) reports them',
        ],
      },
      {
        id: 'input-is-not-the-body',
        when: (seen) => readTypes(seen)[0] === 'missing',
        hints: [
          'You call it missing, which is right. Now compare the other three keys.',
          'A missing field has no value of its own: from what is it missing, and is that your `input`?',
          "{ type: 'missing', loc: ['body', field], msg: 'Field required', input: body }",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const body of [
      { feature1: drawNumber(random) },
      { feature1: drawNumber(random), [random.word()]: 'kept' },
    ]) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [missing('feature2', body)] });
    }
    const body = { feature2: drawNumber(random) };
    const reply = await api.post('/predict', body);
    expect(reply.status, 'the status').toBe(422);
    expect(readErrors(reply), 'the body').toEqual({ detail: [missing('feature1', body)] });
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
    cases: [
      {
        id: 'spaces-refused',
        when: (seen) => isRefusal(seen) && readSent(seen).includes('" 2 "'),
        hints: [
          'Spaces around a number do not hurt: " 2 " is accepted.',
          'How do you test the text before you convert it, and does that test see the spaces?',
          'Number(value) // ignores spaces around a number by itself',
        ],
      },
      {
        id: 'exponent-refused',
        when: (seen) => isRefusal(seen) && readSent(seen).includes('"1e3"'),
        hints: [
          '"1e3" is how a thousand is spelled with an exponent, and is accepted.',
          'Does a pattern of yours allow digits and a point only?',
          'Number(value) // reads exponents by itself, and gives NaN for what is no number',
        ],
      },
      {
        id: 'text-stays-text',
        when: ({ failure }) =>
          Object.values(Object(failure.received)).some((value) => typeof value === 'string'),
        hints: [
          'The text was accepted, but it goes back as text.',
          'Which object do you send: the body that came in, or what the schema made of it?',
          'return c.json(result.data); // not body',
        ],
      },
      {
        id: 'another-number',
        when: (seen) => isAbout(seen, 'the body'),
        hints: [
          'The text became a number, but not the one that it spells.',
          'What do you convert with? `parseInt("1.5")` is 1, `parseFloat("1e3")` is 1000.',
          'Number(value)',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const [first, second] = [drawNumber(random), drawNumber(random)];
    const spelled = [
      [
        { feature1: String(first), feature2: String(second) },
        { feature1: first, feature2: second },
      ],
      [
        { feature1: '1.5', feature2: ' 2 ' },
        { feature1: 1.5, feature2: 2 },
      ],
      [
        { feature1: first, feature2: '1e3' },
        { feature1: first, feature2: 1000 },
      ],
    ];
    for (const [body, numbers] of spelled) {
      const reply = await api.post('/predict', body);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json, 'the body').toEqual(numbers);
    }
  },
);

check(
  'refuses-text-that-is-no-number',
  {
    title: 'refuses text that is no number, the empty text too',
    lesson: 'validation/say',
    hints: [
      'Turning text into a number has surprises in JavaScript. Try the empty text and "12abc".',
      'What do `Number("")` and `parseFloat("12abc")` return, and is the input still the text sent?',
      "value.trim() === '' ? value : Number(value) // NaN fails z.number()",
    ],
    cases: [
      {
        id: 'empty-is-zero',
        when: (seen) => hasStatus(seen, 200) && /:"\s*"/.test(readSent(seen)),
        hints: [
          'A text without anything in it was taken for a number.',
          'What is `Number("")`, and what is `Number("  ")`?',
          "value.trim() === '' ? value : Number(value) // left as text, it fails z.number()",
        ],
      },
      {
        id: 'start-is-enough',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'This text only begins like a number, or is one in another country.',
          'What do `parseFloat("12abc")` and `parseFloat("1,5")` return? Do you change the text first?',
          'Number(value) // NaN unless the whole text is a number',
        ],
      },
      {
        id: 'input-not-as-sent',
        when: (seen) => readTypes(seen)[0] === 'float_parsing',
        hints: [
          'You call it `float_parsing`, which is right. Now compare the other three keys.',
          'Is `input` the text as it was sent, with its spaces, and `loc` the field that holds it?',
          'input: body[field] // from the body, not from what you made of it',
        ],
      },
      {
        id: 'text-of-the-wrong-type',
        when: (seen) => readTypes(seen)[0] === 'float_type',
        hints: [
          'Text is allowed here, so it has an error of its own: it could not be read as a number.',
          'How do you tell a text from null, a list or an object?',
          "typeof input === 'string' ? 'float_parsing' : 'float_type'",
        ],
      },
      {
        id: 'empty-is-missing',
        when: (seen) => readTypes(seen)[0] === 'missing',
        hints: [
          'The text is there, even if it is empty: the field is not missing.',
          'Which of your conditions is true for the empty text: `!value`, `value || …`?',
          "if (!(field in body)) … // missing; '' goes on to 'float_parsing'",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const begun = `${random.integer(1, 99)}abc`;
    for (const text of [random.word(), '1,5', begun, '', '  ', ` ${random.word(1)} `]) {
      const reply = await api.post('/predict', { feature1: text, feature2: 2 });
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [notParsed('feature1', text)] });
    }
    const word = random.word();
    const reply = await api.post('/predict', { feature1: 8, feature2: word });
    expect(reply.status, 'the status').toBe(422);
    expect(readErrors(reply), 'the body').toEqual({ detail: [notParsed('feature2', word)] });
  },
);

check(
  'reports-all-errors-at-once',
  {
    title: 'reports all errors at once, feature1 before feature2',
    lesson: 'validation/say',
    hints: [
      'One bad field must not hide the other.',
      'How many issues does Zod give you for this body, and how many of them do you send?',
      'detail: result.error.issues.map((issue) => …)',
    ],
    cases: [
      {
        id: 'order-of-the-body',
        when: (seen) =>
          String(readEntries(seen)[0]?.loc).endsWith('feature2') && readEntries(seen).length > 1,
        hints: [
          'Both errors are there, but `feature2` comes first.',
          'Do you go through the fields as they came, or sort the entries? The schema gives the order.',
          "['feature1', 'feature2'].flatMap((field) => …) // or issues.map(…), as Zod orders them",
        ],
      },
      {
        id: 'field-reported-twice',
        when: (seen) => readEntries(seen).length > 2,
        hints: [
          'There are more entries than wrong fields.',
          'Does one field fail two of your conditions, or give two issues?',
          'Stop at the first thing that is wrong with a field: return, or else if.',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const word = random.word();
    const reply = await api.post('/predict', { feature2: null, feature1: word });
    expect(reply.status, 'the status').toBe(422);
    expect(readErrors(reply), 'the body').toEqual({
      detail: [notParsed('feature1', word), notFloat('feature2', null)],
    });
    const body = { feature2: word };
    const other = await api.post('/predict', body);
    expect(other.status, 'the status').toBe(422);
    expect(readErrors(other), 'the body').toEqual({
      detail: [missing('feature1', body), notParsed('feature2', word)],
    });
    const empty = await api.post('/predict', {});
    expect(empty.status, 'the status').toBe(422);
    expect(readErrors(empty), 'the body').toEqual({
      detail: [missing('feature1', {}), missing('feature2', {})],
    });
  },
);

check(
  'reports-an-absent-body',
  {
    title: 'reports an absent body as one missing value',
    lesson: 'validation/say',
    hints: [
      'Without a body there are no fields to be missing: the body itself is.',
      'What does `await c.req.json()` do when there is no body, and what does `c.req.text()` give?',
      "const body = text === '' ? null : JSON.parse(text); // a null body: loc ['body'], input null",
    ],
    cases: [
      {
        id: 'absent-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'An error left your handler: nothing, or null, was used as if it were an object.',
          'Which line reads a field of the body, and what if the body is null?',
          "if (body === null) return c.json({ detail: [{ type: 'missing', loc: ['body'], … }] }, 422);",
        ],
      },
      {
        id: 'absent-answers-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'For FastAPI a request without a body is one more body that does not fit: 422.',
          'Which line answers 400: one of yours, or the middleware that reads the body for you?',
          "if (text === '') return c.json({ detail: [{ type: 'missing', loc: ['body'], … }] }, 422);",
        ],
      },
      {
        id: 'absent-is-malformed',
        when: (seen) => readTypes(seen).includes('json_invalid'),
        hints: [
          'No text at all is not the same as text that is no JSON.',
          '`c.req.json()` throws for both. What does `c.req.text()` give when there is no body?',
          "const text = await c.req.text(); if (text === '') … // before JSON.parse(text)",
        ],
      },
    ],
  },
  async ({ api }) => {
    const absent = { type: 'missing', loc: ['body'], msg: 'Field required', input: null };
    const requests = [
      { method: 'POST', path: '/predict' },
      { method: 'POST', path: '/predict', headers: jsonType, body: '' },
      { method: 'POST', path: '/predict', headers: jsonType, body: 'null' },
    ];
    for (const request of requests) {
      const reply = await api.send(request);
      expect(reply.status, 'the status').toBe(422);
      expect(readErrors(reply), 'the body').toEqual({ detail: [absent] });
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
    cases: [
      {
        id: 'reading-threw',
        when: (seen) => hasStatus(seen, 500),
        hints: [
          'Reading the body threw, and nobody caught it: that is the 500.',
          'What does `JSON.parse` do with `{"feature1": 1,`?',
          "try { … } catch { return c.json({ detail: [{ type: 'json_invalid', loc: ['body', 0], … }] }, 422); }",
        ],
      },
      {
        id: 'malformed-answers-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'FastAPI answers 422 here too: for it, JSON that cannot be read is one more bad body.',
          'Which line answers 400: one of yours, or the middleware that reads the body for you?',
          'return c.json({ detail: [{ type: … }] }, 422); // in the catch, or in app.onError',
        ],
      },
      {
        id: 'malformed-is-absent',
        when: (seen) => readEntries(seen)[0]?.type === 'missing',
        hints: [
          'Something was sent, it only is no JSON. You report it as if nothing had come.',
          'What does your `catch` do: does it go on with null or an empty object?',
          "catch { return c.json({ detail: [{ type: 'json_invalid', … }] }, 422); } // answer there",
        ],
      },
      {
        id: 'malformed-without-list',
        when: (seen) => readEntries(seen).length !== 1,
        hints: [
          'This error, too, goes into the list: exactly one entry in `detail`.',
          'What does `detail` hold in your reply to a body that is not JSON?',
          "{ detail: [{ type: 'json_invalid', loc: ['body', 0], msg: …, input: … }] }",
        ],
      },
      {
        id: 'malformed-loc',
        when: (seen) => isAbout(seen, 'the start of `loc`'),
        hints: [
          'The trouble is in the body, and `loc` must say so.',
          'What is the first step of `loc` in every other entry?',
          "loc: ['body', 0] // what follows is free",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    for (const body of [
      `{"feature1": ${drawNumber(random)},`,
      random.word(),
      '{"feature1": 1.5, "feature2": 2,}',
    ]) {
      const reply = await api.send({ method: 'POST', path: '/predict', headers: jsonType, body });
      expect(reply.status, 'the status').toBe(422);
      expect(reply.json, 'the body').toMatchObject({ detail: [{ type: 'json_invalid' }] });
      expect(reply.json?.detail[0]?.loc?.[0], 'the start of `loc`').toBe('body');
    }
  },
);
