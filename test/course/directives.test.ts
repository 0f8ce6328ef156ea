import { expect, test } from 'vitest';
import {
  type Case,
  change,
  exerciseFolder,
  findProblems,
  labFile,
  lessonFile,
  taskFile,
} from './broken-course.ts';

const cases: Case[] = [
  [
    'regions and files that are not there',
    [
      change(lessonFile, 'hello/main.py#greet', 'hello/main.py#great'),
      change(lessonFile, 'hello/server.ts#fetch', 'hello/servr.ts#fetch'),
      change(lessonFile, 'solution.ts#handler', 'solution.ts#nothing'),
    ],
    [
      `${lessonFile} · line 22, left · hello/main.py#great · The file hello/main.py has no region great.`,
      `${lessonFile} · line 23, right · hello/servr.ts#fetch · No lab has the file hello/servr.ts.`,
      `${lessonFile} · line 29, file · hello/say-hello/solution.ts#nothing · The file hello/say-hello/solution.ts has no region nothing.`,
    ],
  ],
  [
    'sides that are swapped',
    [change(lessonFile, 'left: hello/main.py#greet', 'left: hello/server.ts#greet')],
    [
      `${lessonFile} · line 22, left · hello/server.ts#greet · The left side shows FastAPI, so it takes a python file.`,
    ],
  ],
  [
    'regions that are not closed, not open, doubled or without a name',
    [
      change('labs/10-hello/main.py', '# endregion', ''),
      change('labs/10-hello/server.ts', '  // #region fetch', '  // #endregion'),
      {
        write: `${exerciseFolder}/solution.ts`,
        content:
          '// #region\n// #endregion\n// #region handler\nlet a = 1;\n// #endregion\n// #region handler\n// #endregion\n',
      },
    ],
    [
      `${exerciseFolder}/solution.ts · line 1 · // #region · The region has no name.`,
      `${exerciseFolder}/solution.ts · line 6 · // #region handler · The region handler is there twice.`,
      'labs/10-hello/main.py · line 6 · # region greet · The region greet is not closed.',
      'labs/10-hello/server.ts · line 9 · // #endregion · No region is open here.',
      'labs/10-hello/server.ts · line 11 · // #endregion · No region is open here.',
      `${lessonFile} · line 22, left · hello/main.py#greet · The file hello/main.py has no region greet.`,
      `${lessonFile} · line 23, right · hello/server.ts#fetch · The file hello/server.ts has no region fetch.`,
    ],
  ],
  [
    'an exercise fence that names none',
    [change(lessonFile, '```exercise\nhello/say-hello', '```exercise\nhello/say-hallo')],
    [`${lessonFile} · line 62 · hello/say-hallo · There is no exercise hello/say-hallo.`],
  ],
  [
    'a timeline with choices about any time, about a request that is not there, and alike',
    [
      change(
        lessonFile,
        '```exercise\nhello/say-hello',
        `\`\`\`timeline
id: two
ask: Which?
requests: [GET /, GET /]
choices:
  - { text: a, took: [{ request: 1 }] }
  - { text: a, took: [{ request: 2, from: 5 }] }
note: Both.
\`\`\`

\`\`\`timeline
id: three
ask: Which?
requests: [GET /, GET /]
choices:
  - { text: a, took: [{ request: 3, below: 5 }] }
  - { text: b, took: [{ request: 2, from: 5 }] }
note: Both.
\`\`\`

\`\`\`exercise\nhello/say-hello`,
      ),
    ],
    [
      `${lessonFile} · line 65, choices · [{"text":"a","took":[{"request":1}]},{"text":"a","took":[{"… · Two choices read the same.`,
      `${lessonFile} · line 66, choices[0].took[0] · {"request":1} · Any time fits.`,
      `${lessonFile} · line 72 · {"id":"three","ask":"Which?","requests":["GET /","GET /"],"… · A choice is about a request that is not there.`,
    ],
  ],
  [
    'a prediction with one choice',
    [change(lessonFile, '  - text: 422, one error\n    reply: { status: 422, errors: 1 }\n', '')],
    [
      `${lessonFile} · line 48, choices · [{"text":"200, with a greeting","reply":{"status":200,"json… · A prediction has 2 to 4 choices.`,
    ],
  ],
  [
    'a prediction with five choices, two of them the same',
    [
      change(
        lessonFile,
        '  - text: 422, one error\n    reply: { status: 422, errors: 1 }\n',
        '  - { text: a, reply: { status: 1 } }\n  - { text: b, reply: {} }\n  - { text: c, reply: { stats: 200 } }\n  - { text: c, reply: { errors: -1 } }\n',
      ),
    ],
    [
      `${lessonFile} · line 48, choices · [{"text":"200, with a greeting","reply":{"status":200,"json… · A prediction has 2 to 4 choices.`,
      `${lessonFile} · line 48, choices · [{"text":"200, with a greeting","reply":{"status":200,"json… · Two choices read the same.`,
      `${lessonFile} · line 51, choices[1].reply.status · 1 · This is not an HTTP status.`,
      `${lessonFile} · line 52, choices[2].reply · {} · The reply fits anything.`,
      `${lessonFile} · line 53, choices[3].reply.stats · 200 · The key stats is not known here.`,
      `${lessonFile} · line 54, choices[4].reply.errors · -1 · A number of errors cannot be negative.`,
    ],
  ],
  [
    'requests that cannot be sent',
    [
      change(lessonFile, 'request: POST /hello', 'request: FETCH /hello'),
      change(lessonFile, 'body: \'{"name": 1}\'', 'body: { name: 1 }'),
      change(labFile, 'request: GET /hello?name=Ada', 'request: GET hello'),
      change(labFile, '{ x-token: secret }', '{ "x token": secret }'),
    ],
    [
      `${labFile} · line 14, request · GET hello · The path of the request cannot be sent.`,
      `${labFile} · line 22, headers · {"x token":"secret"} · A header cannot be sent.`,
      `${lessonFile} · line 45, request · FETCH /hello · The request does not begin with an HTTP method.`,
      `${lessonFile} · line 46, body · {"name":1} · This is keys with values, not text.`,
    ],
  ],
  [
    'directives in a lab and in a task',
    [change(labFile, '```http', '```compare'), change(taskFile, '```ts', '```request')],
    [
      `${taskFile} · line 11 · \`\`\`request · The fence request belongs in lab.md.`,
      `${labFile} · line 7 · \`\`\`compare · The fence compare belongs in a lesson.`,
    ],
  ],
];

test.each(cases)('reported: %s', async (_, changes, problems) => {
  expect(await findProblems(changes)).toEqual(problems);
});
