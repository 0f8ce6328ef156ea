import {
  type Api,
  check,
  expect,
  type FailureSeen,
  type HintCase,
  hasStatus,
} from '../../kit/checks.ts';
import { isAbout } from '../../kit/failure-seen.ts';
import { notSentAsJson } from '../../kit/likely-cases.ts';
import { asList, asNode, findPathItem, follow, listExamples } from '../../kit/openapi-document.ts';
import { documentWithAFlaw, readDocument } from '../../kit/read-document.ts';

const weatherPath = '/weather/{city}';
const degreesPath = '/degrees/{city}';
const degrees = { Oslo: 4, Lima: 19, Cairo: 31 };

/** The document, and its description of `GET` at a path. */
async function readOperation(api: Api, path: string) {
  const document = await readDocument(api);
  const item = findPathItem(document, path);
  return { document, item, operation: follow(document, item, 'get') };
}

/** A text without the space around it, which a docstring may leave there; anything else as it is. */
const trim = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);

/** The document that the failed check read; empty when it read none. */
const readSeen = ({ exchange }: FailureSeen) =>
  exchange?.request.path === '/openapi.json' ? asNode(exchange.response?.json) : {};

const readGet = (seen: FailureSeen, path: string) => asNode(findPathItem(readSeen(seen), path).get);

const shape = `createRoute({ …, path: '${weatherPath}', tags: […], summary: '…', description: '…', … })`;
const replies = "responses: { 200: { description: '…' }, 404: { description: '…' } }";
const example = "params: z.object({ city: z.string().openapi({ example: '…' }) })";
const deprecated = `createRoute({ …, path: '${degreesPath}', deprecated: true, … })`;

const otherWords: HintCase = {
  id: 'other-words',
  when: ({ failure: { received, expected } }) =>
    typeof received === 'string' && received !== '' && typeof expected === 'string',
  hints: (seen) => [
    `Nearly: this text is there, and the task has other words: \`${seen.failure.expected}\``,
    'Compare them letter by letter. Capitals count, and so does a full stop.',
    shape,
  ],
};

const inTheOtherOperation = (key: string): HintCase => ({
  id: `${key}-in-the-other-operation`,
  when: (seen) =>
    isAbout(seen, `the ${key}`) && trim(readGet(seen, degreesPath)[key]) === seen.failure.expected,
  hints: [
    `This ${key} is in the document, at \`${degreesPath}\`.`,
    'Which of the two definitions did you write it into?',
    shape,
  ],
});

check(
  'serves-the-document',
  {
    title: 'serves /openapi.json with both operations in it',
    lesson: 'docs/say',
    hints: [
      'The document at `/openapi.json` has to name both routes, the deprecated one as well.',
      'Are both declared with `app.openapi`, without `hide`, and with the paths of the task?',
      `app.openapi(createRoute({ method: 'get', path: '${degreesPath}', … }), (c) => …);`,
    ],
    cases: [
      {
        id: 'document-not-there',
        when: (seen) => hasStatus(seen, 404),
        hints: [
          'Nothing answers at `/openapi.json`. The checks, and every tool that reads the document, look for it there.',
          'Under which path does `app.doc31` serve it?',
          "app.doc31('/openapi.json', { openapi: '3.1.0', info: { … } });",
        ],
      },
      notSentAsJson,
      documentWithAFlaw,
    ],
  },
  async ({ api }) => {
    const document = await readDocument(api);
    for (const path of [weatherPath, degreesPath]) {
      const item = findPathItem(document, path);
      expect(Object.keys(item), `the operations at ${path}`).toContain('get');
    }
  },
);

check(
  'names-the-route',
  {
    title: 'gives GET /weather/{city} its tag, its summary and its description',
    lesson: 'docs/see',
    hints: [
      'Three keys of the operation: `tags`, which is a list, `summary` and `description`.',
      'Which of them does the document lack, and which has other words than the task?',
      shape,
    ],
    cases: [
      inTheOtherOperation('summary'),
      inTheOtherOperation('description'),
      {
        id: 'text-under-the-other-key',
        when: (seen) => {
          const { summary, description } = readGet(seen, weatherPath);
          const { expected } = seen.failure;
          return typeof expected === 'string' && [summary, description].includes(expected);
        },
        hints: [
          'This text is in the operation, under the other key.',
          'Which is the short line beside the path, and which the sentence that is seen when the route is opened?',
          "summary: 'Get …', description: 'Looks up …'",
        ],
      },
      {
        id: 'tag-as-text',
        when: (seen) =>
          isAbout(seen, 'the tags') && typeof readGet(seen, weatherPath).tags === 'string',
        hints: [
          '`tags` is a text here. An operation may have several tags, so it is a list.',
          'What stands around the tag?',
          "tags: ['weather']",
        ],
      },
      {
        id: 'tag-of-the-document-only',
        when: (seen) => isAbout(seen, 'the tags') && asList(readSeen(seen).tags).length > 0,
        hints: [
          'The document has a list of tags, which describes them. That puts no operation below one.',
          'Does the route itself name its tag?',
          shape,
        ],
      },
      {
        id: 'another-tag',
        when: (seen) =>
          isAbout(seen, 'the tags') && asList(readGet(seen, weatherPath).tags).length > 0,
        hints: (seen) => [
          `The tags of the route are \`${JSON.stringify(readGet(seen, weatherPath).tags)}\`. \`weather\` is not among them.`,
          'Is it spelled as the task has it, capitals and all?',
          "tags: ['weather']",
        ],
      },
      otherWords,
      {
        id: 'no-description',
        when: (seen) =>
          isAbout(seen, 'the description') && readGet(seen, weatherPath).description === undefined,
        hints: [
          'The operation has no description.',
          'Is it a comment above the route? FastAPI reads a docstring; a comment is gone when JavaScript runs.',
          shape,
        ],
      },
    ],
  },
  async ({ api }) => {
    const { operation } = await readOperation(api, weatherPath);
    expect(asList(operation.tags), 'the tags').toContain('weather');
    expect(trim(operation.summary), 'the summary').toBe('Get the weather');
    expect(trim(operation.description), 'the description').toBe('Looks up how warm a city is.');
  },
);

check(
  'describes-the-replies',
  {
    title: 'says what the 200 and the 404 of GET /weather/{city} mean',
    lesson: 'docs/say',
    hints: [
      'Each reply has a description of its own, under its status in `responses`.',
      'Are both statuses there, each with the words of the task?',
      replies,
    ],
    cases: [
      {
        id: 'reply-not-documented',
        when: (seen) => seen.failure.received === undefined && isAbout(seen, 'the description'),
        hints: (seen) => [
          `The document has no description for ${seen.failure.message.includes('404') ? 'the 404' : 'the 200'}.`,
          'What the handler answers is not seen by anybody who writes the document. Under which key do you say it?',
          replies,
        ],
      },
      {
        id: 'description-of-the-other-reply',
        when: (seen) =>
          ['The weather of the city', 'No such city'].some(
            (text) => seen.failure.received === text,
          ),
        hints: [
          'This reply has the description of the other one.',
          'Which status is the one for a city that is not there?',
          replies,
        ],
      },
      otherWords,
    ],
  },
  async ({ api }) => {
    const { document, operation } = await readOperation(api, weatherPath);
    const describe = (status: string) =>
      trim(follow(document, operation, 'responses', status).description);
    expect(describe('200'), 'the description of the 200').toBe('The weather of the city');
    expect(describe('404'), 'the description of the 404').toBe('No such city');
  },
);

check(
  'gives-an-example',
  {
    title: 'gives Oslo as an example of the parameter of GET /weather/{city}',
    lesson: 'docs/see',
    hints: [
      'The parameter `city` has an example, so that a reader sees what a city looks like here.',
      'Does `.openapi({ … })` stand behind the schema of the parameter itself, inside `z.object`?',
      example,
    ],
    cases: [
      {
        id: 'default-for-example',
        when: (seen) => JSON.stringify(readGet(seen, weatherPath)).includes('"default":"Oslo"'),
        hints: [
          'Oslo is a default in your document: what is taken when nothing was sent. An example is only shown.',
          'Which word says so?',
          "z.string().openapi({ example: '…' }) // in place of .default(…)",
        ],
      },
      {
        id: 'example-in-other-letters',
        when: (seen) => {
          const spelled = /"(?:example|value|examples)":\[?"(oslo)"/i;
          const [, example] = spelled.exec(JSON.stringify(readGet(seen, weatherPath))) ?? [];
          return example !== undefined && example !== 'Oslo';
        },
        hints: [
          'The example is spelled in other letters than the task has it, and the server would answer 404 for it.',
          'Is it `Oslo`, with a capital?',
          "z.string().openapi({ example: '…' })",
        ],
      },
      {
        id: 'one-or-many',
        when: (seen) =>
          /"examples":"|"example":\[/.test(JSON.stringify(readGet(seen, weatherPath))),
        hints: [
          '`example` takes one value and `examples` a list of them. Here it is the other way round.',
          'Which of the two words did you write, and what stands behind it?',
          example,
        ],
      },
      {
        id: 'example-in-words-only',
        when: (seen) => /Oslo/.test(JSON.stringify(readGet(seen, weatherPath))),
        hints: [
          'Oslo is in the document, but not as an example of the parameter. `/docs` could not fill it in.',
          'Where does it stand now: in a description, at a reply, at the operation?',
          example,
        ],
      },
    ],
  },
  async ({ api }) => {
    const { document, item, operation } = await readOperation(api, weatherPath);
    const parameters = [...asList(operation.parameters), ...asList(item.parameters)]
      .map((parameter) => follow(document, parameter))
      .filter((parameter) => parameter.in === 'path');
    const examples = parameters.flatMap((parameter) => listExamples(document, parameter));
    expect(examples, 'the examples of the parameter').toContain('Oslo');
  },
);

check(
  'deprecates-the-old-route',
  {
    title: 'marks GET /degrees/{city} as deprecated, and the other one not',
    lesson: 'docs/see',
    hints: [
      '`deprecated` is a key of the operation with the value true. `/docs` then strikes it through.',
      'Does it stand in the definition of `/degrees/{city}`, and only there?',
      deprecated,
    ],
    cases: [
      {
        id: 'deprecated-the-new-route',
        when: (seen) => readGet(seen, weatherPath).deprecated === true,
        hints: [
          '`/weather/{city}` is marked as deprecated, the one that clients should use.',
          'In which of the two definitions does the key stand?',
          deprecated,
        ],
      },
      {
        id: 'deprecated-in-words',
        when: (seen) => /deprecat/i.test(JSON.stringify(readGet(seen, degreesPath))),
        hints: [
          'The document says it in words, or with another value than true. A program that reads it looks for one key.',
          'Which key, and which value, not in quotes?',
          deprecated,
        ],
      },
    ],
  },
  async ({ api }) => {
    const weather = await readOperation(api, weatherPath);
    expect(weather.operation.deprecated ?? false, `deprecated at ${weatherPath}`).toBe(false);
    const old = await readOperation(api, degreesPath);
    expect(old.operation.deprecated ?? false, `deprecated at ${degreesPath}`).toBe(true);
  },
);

check(
  'answers-as-before',
  {
    title: 'answers both routes as before, the deprecated one too',
    lesson: 'docs/say',
    hints: [
      'A description changes nothing: both routes answer as they did in the starter.',
      'What does the handler of this route do now that it did not do before?',
      "if (!degrees.has(city)) return c.json({ detail: 'Unknown city' }, 404);",
    ],
    cases: [
      {
        id: 'deprecated-turned-off',
        when: (seen) =>
          /^\/degrees/.test(seen.exchange?.request.path ?? '') &&
          [301, 302, 307, 308, 404, 410].some((status) => hasStatus(seen, status)),
        hints: [
          'The deprecated route no longer answers. Deprecated means: still there, do not use it for anything new.',
          'Is its handler the one of the starter?',
          'app.openapi(readDegrees, (c) => c.json({ degrees: … }));',
        ],
      },
      {
        id: 'unknown-city-found',
        when: (seen) => hasStatus(seen, 200) && seen.failure.expected === 404,
        hints: [
          'The document promises a 404 for an unknown city, and this reply is a 200. Nobody holds the handler to its words but you.',
          'Is the status still the second argument of `c.json`?',
          "if (!degrees.has(city)) return c.json({ detail: 'Unknown city' }, 404);",
        ],
      },
      {
        id: 'refused-before-the-handler',
        when: (seen) => [400, 422].some((status) => hasStatus(seen, status)),
        hints: [
          'This city was refused before your handler ran. A schema describes, and it also checks.',
          'Does the schema of `city` take any text, as it did in the starter?',
          example,
        ],
      },
    ],
  },
  async ({ api, random }) => {
    const unknown = random.word();
    const expected: [path: string, status: number, json: object][] = [
      ...Object.entries(degrees).flatMap(([city, warm]): [string, number, object][] => [
        [`/weather/${city}`, 200, { city, degrees: warm }],
        [`/degrees/${city}`, 200, { degrees: warm }],
      ]),
      [`/weather/${unknown}`, 404, { detail: 'Unknown city' }],
      [`/degrees/${unknown}`, 200, { degrees: null }],
    ];
    for (const [path, status, json] of random.shuffle(expected)) {
      const reply = await api.get(path);
      expect(reply.status, 'the status').toBe(status);
      expect(reply.json ?? reply.body, 'the body').toEqual(json);
    }
  },
);
