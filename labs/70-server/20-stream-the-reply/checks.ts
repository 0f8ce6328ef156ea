import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
  type Json,
  type Reply,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { readMediaType } from '../../kit/media-type.ts';

/** What each line holds: its JSON, or its text where it is none. */
function readLines(body: string): Json[] {
  return body.replace(/\n$/, '').split('\n').map(readLine);
}

function readLine(line: string): Json {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

const countTo = (to: number) => Array.from({ length: to }, (_, index) => ({ n: index + 1 }));

async function expectLines(api: Api, to: number): Promise<Reply> {
  const reply = await api.get(`/count?to=${to}`);
  expect(reply.status, 'the status').toBe(200);
  expect(readLines(reply.body), 'the lines').toEqual(countTo(to));
  expect(reply.body.slice(-1), 'the end of the last line').toBe('\n');
  return reply;
}

const readBody = ({ exchange }: FailureSeen) => exchange?.response?.body ?? '';
const readPath = ({ exchange }: FailureSeen) => exchange?.request.path ?? '';
const readFirst = (seen: FailureSeen) => readLine(readBody(seen).split('\n', 1)[0] ?? '');

const shape = "for (let n = 1; n <= to; n++) yield JSON.stringify({ n }) + '\\n';";

/** What any of the requests may run into. */
const lineCases: HintCase[] = [
  {
    id: 'not-written',
    when: (seen) => hasStatus(seen, 501),
    hints: [
      'This is still the reply of the starter: status 501, "not written yet".',
      'What goes into a `Response` in place of a text, when the text is made line by line?',
      'return new Response(ReadableStream.from(count(to)).pipeThrough(new TextEncoderStream()), { headers: … });',
    ],
  },
  {
    id: 'object-as-text',
    when: (seen) => readBody(seen).startsWith('[object '),
    hints: [
      'What came begins with `[object`: that is how JavaScript writes an object, or a generator, where a text is wanted.',
      'Does each line go through `JSON.stringify`, and the generator through `ReadableStream.from`?',
      'return new Response(ReadableStream.from(count(to)).pipeThrough(new TextEncoderStream()), { headers: … });',
    ],
  },
  {
    id: 'a-list',
    when: (seen) => readBody(seen).startsWith('['),
    hints: [
      'What came is one JSON list. NDJSON has no brackets and no commas: each line is JSON of its own.',
      'Do you answer with `c.json(…)`, or with a stream of lines?',
      shape,
    ],
  },
  {
    id: 'no-json-in-a-line',
    when: (seen) => isAbout(seen, 'the lines') && typeof readFirst(seen) === 'string',
    hints: [
      'The first line is no JSON by itself. Nothing stands in a line but the object, and behind it a line feed.',
      'Is there a comma behind the object, or does the line feed stand as two characters, a backslash and an n?',
      shape,
    ],
  },
  {
    id: 'another-start',
    when: (seen) => isAbout(seen, 'the lines') && Object(readFirst(seen)).n !== 1,
    hints: (seen) => [
      `The first line of the reply is \`${readBody(seen).split('\n', 1)[0]}\`, and should be {"n": 1}, for each request anew.`,
      'Where does your count begin? Does the variable live inside the function that makes the lines, or outside, where requests share it?',
      shape,
    ],
  },
  {
    id: 'another-number-of-lines',
    when: (seen) => isAbout(seen, 'the lines'),
    hints: (seen) => [
      `The reply to \`${readPath(seen)}\` begins well and then differs.`,
      'How many lines came, and does your loop end before `to`, with it, or behind it?',
      shape,
    ],
  },
  {
    id: 'no-line-feed-at-the-end',
    when: (seen) => isAbout(seen, 'the end of the last line'),
    hints: [
      'The last line has no line feed. Whoever reads as it comes cannot know that the line is complete.',
      'Do the line feeds stand between the lines, as with `join`, or behind each?',
      shape,
    ],
  },
  {
    id: 'bytes-wanted',
    when: (seen) => hasStatus(seen, 500),
    hints: [
      'Your handler threw before it could answer, or its stream gave something that is no bytes.',
      'What does the stream hold: texts, or bytes as `TextEncoderStream` makes them?',
      'ReadableStream.from(count(to)).pipeThrough(new TextEncoderStream())',
    ],
  },
];

check(
  'sends-each-line',
  {
    title: 'answers GET /count?to=N with N lines of {"n": …}',
    lesson: 'uvicorn/see',
    hints: [
      'Each line is an object with one key, `n`, and ends with a line feed.',
      'Which texts does your generator yield for `to=3`, letter by letter?',
      shape,
    ],
    cases: lineCases,
  },
  async ({ api, random }) => {
    for (const to of [random.integer(3, 5), 1, random.integer(800, 1200)]) {
      await expectLines(api, to);
    }
  },
);

check(
  'names-the-type',
  {
    title: 'sends the lines as application/x-ndjson',
    lesson: 'uvicorn/see',
    hints: [
      'The client decides by the content type how to read: all at once as JSON, or line by line.',
      'Which headers does your `Response` get? A stream has no type of its own.',
      "new Response(lines, { headers: { 'content-type': 'application/x-ndjson' } })",
    ],
    cases: lineCases,
  },
  async ({ api, random }) => {
    const reply = await expectLines(api, random.integer(3, 40));
    expect(readMediaType(reply), 'the content type').toBe('application/x-ndjson');
  },
);

check(
  'sends-without-a-length',
  {
    title: 'sends no Content-Length: the length is not known when the first line goes out',
    lesson: 'uvicorn/see',
    hints: [
      'A `Content-Length` can only be sent when the whole reply is known before its first line goes out.',
      'Do you build one text and send it, or count its bytes? A `Response` made from a text gets the header from the server.',
      'new Response(ReadableStream.from(count(to)).pipeThrough(new TextEncoderStream()), …)',
    ],
    cases: lineCases,
  },
  async ({ api, random }) => {
    const reply = await expectLines(api, random.integer(3, 40));
    expect(reply.headers['content-length'] ?? null, 'the Content-Length').toBe(null);
  },
);

check(
  'goes-on-until-the-client-leaves',
  {
    title:
      'counts without an end when there is no `to`, and answers others when that client has left',
    lesson: 'uvicorn/see',
    hints: [
      'Without `to` the lines have no end. Each is made when there is room for it, and none when the client has left: a loop that goes on holds up all others.',
      'Who stops your loop? `ReadableStream.from` asks no more; with `stream` of Hono the loop asks `stream.aborted`; in Python an `async def` generator has to await something, or be a plain `def`.',
      'for (let n = 1; n <= end && !stream.aborted; n++) await stream.write(…);',
    ],
    cases: [
      {
        id: 'asked-for-to',
        when: (seen) => [400, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'The request was refused: it had no `to`, and `to` may be left out.',
          'What is `c.req.query(…)` when the parameter is not there, and do you ask for that before you look at its digits?',
          'if (to !== undefined && !…) return c.json({ … }, 422);',
        ],
      },
      {
        id: 'ended',
        when: (seen) => isAbout(seen, 'the number of lines'),
        hints: (seen) => [
          `The reply ended after ${readLines(readBody(seen)).length} lines, and nobody had given a last one.`,
          'What stands in for `to` when it was not sent: a number, or `Infinity`?',
          'const end = to === undefined ? Infinity : Number(to);',
        ],
      },
      ...lineCases,
    ],
  },
  async ({ api, random }) => {
    for (let client = 1; client <= 2; client++) {
      const count = random.integer(300, 600);
      const reply = await api.send({ method: 'GET', path: '/count', stopAfterLines: count });
      expect(reply.status, 'the status').toBe(200);
      const lines = readLines(reply.body);
      expect(lines.slice(0, count), 'the lines').toEqual(countTo(lines.length));
      expect(lines.length, 'the number of lines').toBe(count);
      expect(readMediaType(reply), 'the content type').toBe('application/x-ndjson');
      await expectLines(api, random.integer(3, 40));
    }
  },
);

check(
  'refuses-what-is-no-count',
  {
    title: 'answers 422 when `to` is no whole number from 1, before the first line',
    lesson: 'uvicorn/run',
    hints: [
      'What cannot be counted to is refused, and that is decided before the reply begins.',
      'Which of your tests lets this `to` through? `Number(…)` and `parseInt(…)` take more than you may think.',
      'if (to !== undefined && !/^[1-9]\\d*$/.test(to)) return c.json({ … }, 422);',
    ],
    cases: [
      {
        id: 'began-to-send',
        when: (seen) => hasStatus(seen, 200),
        hints: (seen) => [
          `\`${readPath(seen)}\` was answered with 200. Once a reply has begun, its status cannot be changed any more.`,
          'Where do you look at `to`: before the Response is made? What do `Number(…)` and `parseInt(…)` make of this one?',
          'if (to !== undefined && !/^[1-9]\\d*$/.test(to)) return c.json({ … }, 422); // above the stream',
        ],
      },
      {
        id: 'another-refusal',
        when: (seen) => hasStatus(seen, 400),
        hints: [
          '400 is what many APIs answer. The task says 422, as FastAPI does for a parameter that does not fit.',
          'Which status stands behind the body of your refusal?',
          'return c.json({ … }, 422);',
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const number = random.integer(2, 9);
    const refused = [
      '',
      '0',
      `-${number}`,
      `${number}.5`,
      random.word(),
      `${number}${random.word(2)}`,
    ];
    for (const to of random.shuffle(refused)) {
      // Whoever takes it for no `to` at all never comes to an end.
      const reply = await api.send({ method: 'GET', path: `/count?to=${to}`, stopAfterLines: 20 });
      expect(reply.status, 'the status').toBe(422);
    }
  },
);
