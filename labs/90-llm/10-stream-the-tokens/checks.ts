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
import { isAbout, readSent } from '../../kit/failure-seen.ts';
import { readMediaType } from '../../kit/media-type.ts';
import { readEvents } from '../../kit/read-events.ts';

/** What the model of the starter says, token by token. */
const tokensOf = (prompt: string) => ['You said:', ...prompt.split(' ').map((word) => ` ${word}`)];

function ask(api: Api, prompt: string, more: object = {}): Promise<Reply> {
  const messages = [{ role: 'user', content: prompt }];
  return api.post('/v1/chat/completions', { messages, ...more });
}

const words = (random: Random, count: number) =>
  Array.from({ length: count }, () => random.word(random.integer(2, 6))).join(' ');

/** The chunks of a streamed reply; what is no JSON, `[DONE]` among it, is left out. */
function readChunks({ body }: Pick<Reply, 'body'>) {
  return readEvents(body).flatMap((data) => {
    const chunk = parseObject(data);
    return chunk === undefined ? [] : [chunk];
  });
}

function parseObject(text: string) {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? Object(value) : undefined;
  } catch {
    return undefined;
  }
}

const choiceOf = (chunk: unknown) => Object(Object(Object(chunk).choices)[0]);
const contentOf = (chunk: unknown): unknown => Object(choiceOf(chunk).delta).content;

/** The streamed reply to a prompt, when it is one. */
async function stream(api: Api, prompt: string) {
  const reply = await ask(api, prompt, { stream: true });
  expect(reply.status, 'the status').toBe(200);
  expect(readMediaType(reply), 'the content type').toBe('text/event-stream');
  return reply;
}

const objectAndIndex = '`object` and `index` of each chunk';
const noObject = 'the list of events without a JSON object';

const readBody = ({ exchange }: FailureSeen) => exchange?.response?.body ?? '';
const isStreamed = (seen: FailureSeen) => /"stream":true/.test(readSent(seen));

const notWritten: HintCase = {
  id: 'not-written',
  when: (seen) => hasStatus(seen, 501),
  hints: [
    'This is still the reply of the starter: status 501, "not written yet".',
    'What do the tokens make when they are put together, and where does that text go?',
    "let content = ''; for await (const token of tokens) content += token;",
  ],
};

const streamedThoughNotAsked: HintCase = {
  id: 'streamed-though-not-asked',
  when: (seen) => !isStreamed(seen) && /^data:/m.test(readBody(seen)),
  hints: [
    'Nobody asked for a stream, and events came back.',
    'Where do you look at `stream`, and what is it when the caller leaves it out?',
    'if (!stream) { … return c.json({ … }); }',
  ],
};

const notAStream: HintCase = {
  id: 'not-a-stream',
  when: (seen) => isAbout(seen, 'the content type') && isStreamed(seen),
  hints: (seen) => [
    `A stream was asked for, and the reply calls itself ${seen.failure.received ?? 'nothing at all'}.`,
    'Which helper of Hono sends events? `streamText` and `stream` send plain text; `c.json` sends one object.',
    "import { streamSSE } from 'hono/streaming'; … return streamSSE(c, async (events) => { … });",
  ],
};

check(
  'answers-whole',
  {
    title: 'answers with one JSON object when no stream is asked for',
    lesson: 'llm/see',
    hints: [
      'Without `stream` the whole answer is one object, with the text under choices[0].message.',
      'Which key differs from the one in the task, and which message do you take the prompt from?',
      "c.json({ id, object: 'chat.completion', choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] })",
    ],
    cases: [
      notWritten,
      streamedThoughNotAsked,
      {
        id: 'another-message',
        when: (seen) =>
          /earlier/.test(JSON.stringify(seen.exchange?.response?.json ?? '')) &&
          /earlier/.test(readSent(seen)),
        hints: [
          'The answer repeats an earlier message of the conversation. The prompt is the last one.',
          'At which index do you look, and does that hold for a list of any length?',
          'messages.at(-1).content',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const prompt = words(random, 3);
    const told = (role: string) => ({ role, content: `earlier ${random.word()}` });
    const bodies = [
      { messages: [{ role: 'user', content: prompt }] },
      { messages: [{ role: 'user', content: prompt }], stream: false },
      { messages: [told('user'), told('assistant'), { role: 'user', content: prompt }] },
    ];
    for (const body of bodies) {
      const reply = await api.post('/v1/chat/completions', body);
      expect(reply.status, 'the status').toBe(200);
      expect(reply.json ?? reply.body, 'the body').toMatchObject({
        id: expect.any(String),
        object: 'chat.completion',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: tokensOf(prompt).join('') },
            finish_reason: 'stop',
          },
        ],
      });
      expect(readMediaType(reply), 'the content type').toBe('application/json');
    }
  },
);

check(
  'streams-events',
  {
    title: 'streams events, each with JSON after `data: ` and an empty line behind it',
    lesson: 'llm/see',
    hints: [
      'An event is a line `data: …` and an empty line. What stands after `data: ` is one JSON object.',
      'Look at the body as it came: where does the first event begin, and where does it end?',
      'await events.writeSSE({ data: JSON.stringify(chunk) }); // it writes `data: ` and the empty line',
    ],
    cases: [
      notWritten,
      notAStream,
      {
        id: 'object-as-text',
        when: (seen) => /^data: ?\[object/m.test(readBody(seen)),
        hints: [
          'After `data: ` came `[object Object]`: an object was made text by itself.',
          'What do you hand to `writeSSE` as `data`? It takes text.',
          'await events.writeSSE({ data: JSON.stringify(chunk) });',
        ],
      },
      {
        id: 'data-twice',
        when: (seen) => /^data: ?data:/m.test(readBody(seen)),
        hints: [
          'Each event begins with `data: data: `. One of them is too many.',
          'Who writes `data: `: you, or `writeSSE`?',
          'await events.writeSSE({ data: JSON.stringify(chunk) }); // it writes `data: ` and the empty line',
        ],
      },
      {
        id: 'no-empty-lines',
        when: (seen) => /^data:.*\r?\ndata:/m.test(readBody(seen)),
        hints: [
          'There are lines with `data: `, but no empty line between them: together they are one event.',
          'How many line breaks do you write behind each event?',
          "'data: ' + JSON.stringify(chunk) + '\\n\\n' // two of them",
        ],
      },
      {
        id: 'no-data-lines',
        when: (seen) => readBody(seen) !== '' && !/^data:/m.test(readBody(seen)),
        hints: [
          'No line of the body begins with `data:`, so a client sees no event at all.',
          'Do you write the JSON alone? Each event needs the name of its field in front.',
          'await events.writeSSE({ data: JSON.stringify(chunk) }); // writes `data: ` too',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const reply = await stream(api, words(random, 3));
    const events = readEvents(reply.body);
    expect(events.length, 'the number of events').toBeGreaterThan(1);
    const unreadable = events.filter(
      (data) => data.trim() !== '[DONE]' && parseObject(data) === undefined,
    );
    // An `[DONE]` in quotes is told below, where the end is asked for.
    const others = unreadable.filter((data) => !data.includes('[DONE]'));
    expect(others.slice(0, 1), noObject).toEqual([]);
  },
);

check(
  'sends-each-token',
  {
    title: 'sends a chunk for each token, with that token as its content',
    lesson: 'llm/see',
    hints: [
      'Each token has its own chunk: an `object`, and one choice with `index` and `delta`; the token is `delta.content`.',
      'What does the loop over the tokens send in each turn: this token, or something else?',
      "for await (const content of tokens) await send({ content }); // object: 'chat.completion.chunk'",
    ],
    cases: [
      notAStream,
      {
        id: 'unreadable-event',
        when: (seen) => isAbout(seen, noObject),
        hints: [
          'With these letters in the prompt an event is not JSON any more.',
          'Who writes the JSON: `JSON.stringify`, or a text of yours with the token in the middle?',
          'JSON.stringify({ … }) // it escapes quotes, backslashes and line breaks',
        ],
      },
      {
        id: 'another-object',
        when: (seen) => isAbout(seen, objectAndIndex),
        hints: [
          'The tokens are right. Around them, each chunk has its `object`, and its choice an `index`.',
          'What is the `object` of a chunk in the task, and what that of a whole answer?',
          "{ id, object: 'chat.completion.chunk', choices: [{ index: 0, … }] }",
        ],
      },
      {
        id: 'last-tokens-missing',
        when: ({ failure: { expected, received } }) =>
          Array.isArray(expected) &&
          Array.isArray(received) &&
          received.length > 0 &&
          received.length < expected.length &&
          received.every((token, at) => token === expected[at]),
        hints: [
          'The first tokens came, and the last ones did not: the stream was ended before they were written.',
          'Do you await each `writeSSE`, and each function of yours that calls it?',
          'for await (const content of tokens) await send({ content });',
        ],
      },
      {
        id: 'message-in-place-of-delta',
        when: (seen) =>
          readChunks({ body: readBody(seen) }).some((chunk) => choiceOf(chunk).message),
        hints: [
          'The choices of your chunks have a `message`. A chunk has a `delta`: only what is new.',
          'Which key do the chunks in the task have, and which one has the whole answer?',
          '{ index: 0, delta: { content: token }, finish_reason: null }',
        ],
      },
      {
        id: 'text-so-far',
        when: (seen) => {
          const texts = readChunks({ body: readBody(seen) })
            .map(contentOf)
            .filter(Boolean);
          return String(texts.at(-1)).startsWith(String(texts[0])) && texts.length > 1;
        },
        hints: [
          'The content grows: a chunk repeats what the chunks before it said.',
          'What does the client do with the contents? It puts them together.',
          'for await (const content of tokens) await send({ content }); // the new token alone',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const prompts = [
      words(random, random.integer(4, 7)),
      `"${random.word()}" \\ {${random.word()}}`,
      `${random.word()}\n\ndata: ${random.word()}`,
      `Grüße ${random.word()} 🙂`,
    ];
    for (const prompt of prompts) {
      const reply = await stream(api, prompt);
      const events = readEvents(reply.body).filter((data) => !data.includes('[DONE]'));
      const unreadable = events.filter((data) => parseObject(data) === undefined);
      expect(unreadable.slice(0, 1), noObject).toEqual([]);
      const chunks = readChunks(reply);
      const contents = chunks.map(contentOf).filter((content) => content ?? '');
      expect(contents, 'the `content` of the chunks').toEqual(tokensOf(prompt));
      const marks = chunks.map((chunk) => [chunk.object, choiceOf(chunk).index]);
      const wanted = chunks.map(() => ['chat.completion.chunk', 0]);
      expect(marks, objectAndIndex).toEqual(wanted);
    }
  },
);

check(
  'begins-with-the-role',
  {
    title: 'says in the first chunk who speaks',
    lesson: 'llm/see',
    hints: [
      'The first chunk tells the role: `delta.role` is "assistant".',
      'What do you send before the loop over the tokens?',
      "await send({ role: 'assistant' });",
    ],
    cases: [notAStream],
  },
  async ({ api, random }) => {
    const [first] = readChunks(await stream(api, words(random, 2)));
    expect(choiceOf(first).delta?.role, '`delta.role` of the first chunk').toBe('assistant');
  },
);

check(
  'ends-with-a-reason',
  {
    title: 'gives the reason in the last chunk, and then [DONE]',
    lesson: 'llm/see',
    hints: [
      'A client must be able to tell an end from a broken line: the last chunk has a reason, and `[DONE]` comes after it.',
      'What do you send after the loop, in which order, and is anything sent behind it?',
      "await send({}, 'stop'); await events.writeSSE({ data: '[DONE]' });",
    ],
    cases: [
      notAStream,
      {
        id: 'reason-in-the-delta',
        when: (seen) =>
          readChunks({ body: readBody(seen) }).some(
            (chunk) => choiceOf(chunk).delta?.finish_reason,
          ),
        hints: [
          'There is a `finish_reason` in a `delta`. It stands beside it, in the choice.',
          'Where does `finish_reason` stand in the chunks of the task?',
          "{ index: 0, delta: {}, finish_reason: 'stop' }",
        ],
      },
      {
        id: 'done-in-quotes',
        when: (seen) => /"\[DONE\]"/.test(readBody(seen)),
        hints: [
          '`[DONE]` came in quotes, as JSON. It is the one event that is no JSON.',
          'Does the last event go through the same `JSON.stringify` as the chunks?',
          "await events.writeSSE({ data: '[DONE]' });",
        ],
      },
      {
        id: 'done-not-ended',
        when: (seen) => /data: ?\[DONE\][\r\n]?$/.test(readBody(seen)),
        hints: [
          '`[DONE]` is there, but no empty line ends it, so a client never sees this event.',
          'How many line breaks stand behind it?',
          "'data: [DONE]\\n\\n'",
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const reply = await stream(api, words(random, 3));
    const reasons = readChunks(reply).map((chunk) => choiceOf(chunk).finish_reason ?? null);
    expect(reasons, '`finish_reason` of the chunks').toEqual([
      ...reasons.slice(0, -1).map(() => null),
      'stop',
    ]);
    const events = readEvents(reply.body);
    const places = events.flatMap((data, index) => (data === '[DONE]' ? [index + 1] : []));
    expect(places, 'the places of [DONE] among the events').toEqual([events.length]);
  },
);

check(
  'keeps-one-id',
  {
    title: 'has one id for all chunks of an answer, and another for the next answer',
    lesson: 'llm/see',
    hints: [
      'The `id` names an answer. Its chunks share it, and no other answer has it.',
      'Where is the id made: once when the program starts, once for each request, or once for each chunk?',
      'const id = crypto.randomUUID(); // inside the handler, before the loop',
    ],
    cases: [notAStream],
  },
  async ({ api, random }) => {
    const prompt = words(random, 3);
    const ids: unknown[] = [];
    for (let answer = 0; answer < 3; answer++) {
      const own = readChunks(await stream(api, prompt)).map(({ id }) => id);
      expect(own, 'the ids of one answer').toEqual(own.map(() => own[0]));
      expect(own[0], 'the id').toEqual(expect.any(String));
      ids.push(own[0]);
    }
    ids.push((await ask(api, prompt)).json?.id, (await ask(api, prompt)).json?.id);
    expect(new Set(ids).size, 'the number of ids of five answers').toBe(5);
  },
);
