import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Random,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout, isRefusal } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { readMediaType } from '../../kit/media-type.ts';

const contextLength = 40;

/** What the model of the starter says, token by token. */
const tokensOf = (prompt: string) => [
  'You',
  ' said:',
  ...prompt.split(' ').map((word) => ` ${word}`),
];

/** So many tokens. */
const words = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.word(random.integer(2, 5))).join(' ');

type Asked = { earlier?: string[]; prompt: string; max_tokens?: unknown };

function ask(api: Api, { earlier = [], prompt, max_tokens }: Asked): Promise<Reply> {
  const messages = [...earlier, prompt].map((content, index, all) => ({
    role: (all.length - index) % 2 === 1 ? 'user' : 'assistant',
    content,
  }));
  return api.post('/v1/chat/completions', { messages, max_tokens });
}

/** Holds an answer of so many tokens against what the task asks for; at the very end both reasons are right. */
async function expectAnswer(api: Api, asked: Asked, length: number): Promise<void> {
  const reply = await ask(api, asked);
  expect(reply.status, 'the status').toBe(200);
  const tokens = tokensOf(asked.prompt);
  const sent = tokens.slice(0, length);
  const [choice] = reply.json?.choices ?? [];
  expect(choice?.message, '`message`').toMatchObject({
    role: 'assistant',
    content: sent.join(''),
  });
  if (length !== tokens.length) {
    const reason = length < tokens.length ? 'length' : 'stop';
    expect(choice?.finish_reason, '`finish_reason`').toBe(reason);
  }
  const prompt_tokens = [...(asked.earlier ?? []), asked.prompt].join(' ').split(' ').length;
  expect(reply.json?.usage, '`usage`').toMatchObject({
    prompt_tokens,
    completion_tokens: sent.length,
    total_tokens: prompt_tokens + sent.length,
  });
  expect(readMediaType(reply), 'the content type').toBe('application/json');
}

const readUsage = ({ exchange }: FailureSeen) => Object(Object(exchange?.response?.json).usage);
const readContent = ({ exchange }: FailureSeen): unknown =>
  Object(Object(Object(Object(exchange?.response?.json).choices)[0]).message).content;
const readWanted = ({ failure }: FailureSeen) => Object(failure.expected);
const differsIn = (seen: FailureSeen, key: string) =>
  isAbout(seen, '`usage`') && readUsage(seen)[key] !== readWanted(seen)[key];

/** The shapes of an answer's parts, told where one of them is missing or another one. */
const answerCases: HintCase[] = [
  {
    id: 'refused-what-fits',
    when: isRefusal,
    hints: (seen) => [
      `This request fits, and was refused with ${seen.exchange?.response?.status}. Exactly full is not too full, and \`max_tokens\` may be left out.`,
      'What do you compare with what, and with which sign? How many tokens have the messages alone?',
      'if (promptTokens + (max_tokens ?? 1) > contextLength) …',
    ],
  },
  {
    id: 'no-usage',
    when: (seen) => isAbout(seen, '`usage`') && Object.keys(readUsage(seen)).length === 0,
    hints: [
      'The reply has no `usage`: the client does not learn what it pays for.',
      'Which three numbers belong there, and do they stand beside `choices`?',
      'c.json({ choices: […], usage: { prompt_tokens: …, completion_tokens: …, total_tokens: … } })',
    ],
  },
  {
    id: 'prompt-counted-otherwise',
    when: (seen) => differsIn(seen, 'prompt_tokens'),
    hints: [
      '`prompt_tokens` is another number than the messages have tokens.',
      'Do you count tokens, and no letters? Of one message, or of all of them?',
      'messages.flatMap(({ content }) => tokenize(content)).length',
    ],
  },
  {
    id: 'answer-counted-otherwise',
    when: (seen) => differsIn(seen, 'completion_tokens'),
    hints: [
      '`completion_tokens` is another number than tokens were sent.',
      'Do you count what the model would have said, or what you kept of it?',
      'completion_tokens: tokens.length // the tokens that make up `content`',
    ],
  },
  {
    id: 'total-counted-otherwise',
    when: (seen) => differsIn(seen, 'total_tokens'),
    hints: [
      '`total_tokens` is not the sum of the other two.',
      'What do you add to the tokens of the prompt: what was sent, or what was allowed?',
      'total_tokens: prompt_tokens + completion_tokens',
    ],
  },
  {
    id: 'another-text',
    when: (seen) => {
      const [wanted, came] = [readWanted(seen).content ?? seen.failure.expected, readContent(seen)];
      if (!isAbout(seen, '`message`') || typeof wanted !== 'string') return false;
      return typeof came === 'string' && !came.startsWith(wanted) && !wanted.startsWith(came);
    },
    hints: [
      '`content` is another text than the tokens that the model says to the last message, put together.',
      'Which message do you hand to `generate`, and what stands between the tokens when you join them?',
      "for (const token of generate(messages.at(-1).content)) …; content: tokens.join('')",
    ],
  },
  {
    id: 'no-reason',
    when: (seen) => isAbout(seen, '`finish_reason`') && seen.failure.received === undefined,
    hints: [
      'The choice has no `finish_reason`.',
      'Does it stand beside `message`, inside the choice?',
      "choices: [{ message: { … }, finish_reason: 'stop' }]",
    ],
  },
  notSentAsJson,
];

check(
  'counts-the-tokens',
  {
    title: 'answers to the end, and counts the tokens of prompt and answer',
    lesson: 'llm/say',
    hints: [
      'An answer that fits is sent whole, with `finish_reason` "stop" and the three numbers of `usage`.',
      'Which of the parts in the task is another one in your reply?',
      'usage: { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens }',
    ],
    cases: answerCases,
  },
  async ({ api, random }) => {
    const short = words(random, random.integer(2, 6));
    await expectAnswer(api, { prompt: short }, 20);
    const earlier = [words(random, 3), words(random, random.integer(4, 6))];
    await expectAnswer(api, { earlier, prompt: short }, 20);
    const last = words(random, 2);
    await expectAnswer(api, { earlier: [words(random, 7)], prompt: last }, 20);
  },
);

check(
  'cuts-at-the-limit',
  {
    title: 'cuts the answer at max_tokens, and says so',
    lesson: 'llm/run',
    hints: [
      'With `max_tokens` the answer has that many tokens at most, and a cut one has the reason "length".',
      'When do you stop taking tokens from `generate`, and how do you know that there were more?',
      "for (const token of generate(…)) { if (tokens.length === limit) { finish_reason = 'length'; break; } tokens.push(token); }",
    ],
    cases: answerCases,
  },
  async ({ api, random }) => {
    const prompt = words(random, random.integer(7, 9));
    for (const max_tokens of [1, 2, random.integer(3, 7)]) {
      await expectAnswer(api, { prompt, max_tokens }, max_tokens);
    }
    const earlier = [words(random, 2), words(random, 2)];
    await expectAnswer(api, { earlier, prompt, max_tokens: 5 }, 5);
  },
);

check(
  'leaves-short-answers-whole',
  {
    title: 'leaves an answer as it is when it ends before the limit',
    lesson: 'llm/run',
    hints: [
      'A limit is no cut: an answer that ends before it has the reason "stop".',
      'Does the reason depend on whether there is a `max_tokens`, or on whether tokens were left over?',
      "finish_reason: isCut ? 'length' : 'stop'",
    ],
    cases: answerCases,
  },
  async ({ api, random }) => {
    const count = random.integer(2, 5);
    const prompt = words(random, count);
    // The answer has two tokens more than the prompt.
    for (const max_tokens of [count + 2, count + 3, random.integer(20, 30)]) {
      await expectAnswer(api, { prompt, max_tokens }, max_tokens);
    }
  },
);

check(
  'fills-the-context',
  {
    title: 'cuts the answer where the context is full when there is no max_tokens',
    lesson: 'llm/see',
    hints: [
      'Without `max_tokens` the limit is what the prompt leaves of the context.',
      'The context holds 40. How many tokens are left for the answer to this prompt?',
      'const limit = max_tokens ?? contextLength - promptTokens;',
    ],
    cases: answerCases,
  },
  async ({ api, random }) => {
    const count = random.integer(22, 35);
    await expectAnswer(api, { prompt: words(random, count) }, contextLength - count);
    await expectAnswer(api, { prompt: words(random, 39) }, 1);
    const earlier = [words(random, 14), words(random, 11)];
    await expectAnswer(api, { earlier, prompt: words(random, 9) }, 6);
  },
);

check(
  'refuses-what-is-too-long',
  {
    title: 'refuses with 400 what the context cannot hold, and only that',
    lesson: 'llm/see',
    hints: [
      'The tokens of the prompt and `max_tokens` share the context. What is more than it holds is refused, with a code.',
      'What do you add up, and what do you compare it with? Which status and which body go out?',
      "c.json({ error: { message: '…', type: 'invalid_request_error', code: 'context_length_exceeded' } }, 400)",
    ],
    cases: [
      {
        id: 'answered-all-the-same',
        when: (seen) => hasStatus(seen, 200),
        hints: [
          'This asks for more tokens than the context holds, and was answered all the same.',
          'Do you look at the sum of prompt and `max_tokens`, or at one of them? Do you cut in silence?',
          'if (promptTokens + (max_tokens ?? 1) > contextLength) return c.json({ error: … }, 400);',
        ],
      },
      {
        id: 'another-refusal',
        when: (seen) => [413, 422, 500].some((status) => hasStatus(seen, status)),
        hints: (seen) => [
          `The request was refused with ${seen.exchange?.response?.status}. The task asks for 400 here: each field is fine, and their sum is too much.`,
          'Where is it refused: by the schema, which sees one field at a time, or by code of yours?',
          'return c.json({ error: { … } }, 400);',
        ],
      },
      {
        id: 'not-their-form',
        when: (seen) => isAbout(seen, 'the body'),
        hints: [
          "The status is right, and OpenAI's clients find nothing in the body: they look for `error` with its `message`, `type` and `code`.",
          'Is the object under `error`, and are type and code spelled as in the task?',
          "{ error: { message: '…', type: 'invalid_request_error', code: 'context_length_exceeded' } }",
        ],
      },
      notSentAsJson,
    ],
  },
  async ({ api, random }) => {
    const count = random.integer(5, 15);
    const prompt = words(random, count);
    const tooLong: Asked[] = [
      { prompt: words(random, random.integer(41, 60)) },
      { prompt, max_tokens: random.integer(100, 1000) },
      { prompt: words(random, 40) },
      { prompt, max_tokens: contextLength - count + 1 },
      { earlier: [words(random, 20), words(random, 15)], prompt },
      { earlier: [words(random, 10)], prompt, max_tokens: 31 - count },
      { prompt: words(random, 50), max_tokens: 1 },
    ];
    for (const asked of tooLong) {
      const reply = await ask(api, asked);
      expect(reply.status, 'the status').toBe(400);
      expect(reply.json ?? reply.body, 'the body').toMatchObject({
        error: {
          message: expect.any(String),
          type: 'invalid_request_error',
          code: 'context_length_exceeded',
        },
      });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
    const full = await ask(api, { prompt, max_tokens: contextLength - count });
    expect(full.status, 'the status when the context is exactly full').toBe(200);
  },
);

check(
  'refuses-bad-limits',
  {
    title: 'refuses with 422 a max_tokens that is no whole number from 1',
    lesson: 'llm/run',
    hints: [
      '`max_tokens` is a whole number and at least 1; all else is a 422, before anything is generated.',
      'What does your code make of 0, of a fraction, of a word? Is 0 taken for "not sent"?',
      'max_tokens: z.int().min(1).optional()',
    ],
    cases: [
      {
        id: 'refused-with-400',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          'It was refused, and with 400. In FastAPI a field that does not fit its type is a 422.',
          'Which refusal comes first in your code, and with which status?',
          'if (!result.success) return c.json({ detail: result.error.issues }, 422);',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const prompt = words(random, random.integer(2, 5));
    const bad = [0, -1, 1.5, random.word(), [3], { tokens: 3 }, random.integer(-99, -2), ''];
    for (const max_tokens of bad) {
      const reply = await ask(api, { prompt, max_tokens });
      expect(reply.status, 'the status').toBe(422);
    }
  },
);
