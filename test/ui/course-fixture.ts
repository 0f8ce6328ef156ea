import type {
  Block,
  Code,
  CourseIndex,
  Exercise,
  Inline,
  Lab,
  Lesson,
  Question,
} from '../../src/model/course.ts';

const plain = (text: string): Inline[] => [{ text, style: 'plain' }];
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plain(text) });

function code(language: Code['language'], text: string): Code {
  return { language, lines: text.split('\n').map((line) => [{ text: line, kind: 'plain' }]) };
}

const python = `class Input(BaseModel):
    feature1: float
    feature2: float`;

const typescript = `const Input = z.object({
  feature1: z.number(),
  feature2: z.number(),
});`;

const validationBeats: Lesson['beats'] = {
  say: [
    {
      kind: 'quote',
      text: plain('A type hint is the contract, and FastAPI holds every request to it.'),
    },
    paragraph(
      'FastAPI reads the type hints of a handler and checks each request before the handler runs.',
    ),
    { kind: 'heading', text: plain('All at once') },
    paragraph('Every field that does not fit is named in one reply.'),
    { kind: 'heading', text: plain('In order') },
    ...Array.from({ length: 20 }, (_, index) => paragraph(`Rule ${index + 1} of the order.`)),
  ],
  see: [
    paragraph('The same input, declared twice.'),
    {
      kind: 'compare',
      left: { ...code('python', python), source: { file: 'predict/main.py', firstLine: 10 } },
      right: {
        ...code('typescript', typescript),
        source: { file: 'predict/server.ts', firstLine: 8 },
      },
      notes: [plain('float accepts the text "1.5"; z.number() does not.')],
    },
    ...Array.from({ length: 12 }, (_, index) => paragraph(`Point ${index + 1} of the comparison.`)),
  ],
  run: [
    paragraph(
      'The model asks for two floats. This request sends one as text and leaves the other out:',
    ),
    {
      kind: 'prediction',
      prediction: {
        id: 'text-as-number',
        request: {
          method: 'POST',
          path: '/predict',
          headers: { 'content-type': 'application/json' },
          body: '{"feature1": "1.5"}',
        },
        ask: plain('What will FastAPI answer?'),
        choices: [
          { text: '200, it guesses feature2', reply: { status: 200 } },
          { text: '422, one error', reply: { status: 422, errors: 1 } },
          { text: '422, two errors', reply: { status: 422, errors: 2 } },
        ],
        note: plain('Pydantic turns text into numbers unless told to be strict; Zod does not.'),
      },
    },
    {
      kind: 'prediction',
      prediction: {
        id: 'unknown-path',
        request: { method: 'GET', path: '/nowhere', headers: {} },
        ask: plain('And a path that is not there?'),
        choices: [
          { text: '404 with a detail', reply: { status: 404 } },
          { text: '200, empty', reply: { status: 200 } },
        ],
        note: plain('Unknown paths are 404 with {"detail": "Not Found"}.'),
      },
    },
  ],
  build: [paragraph('Write it yourself.'), { kind: 'exercise', exercise: 'predict/answer-422' }],
  defend: [],
};

const emptyBeats: Lesson['beats'] = {
  say: [paragraph('One sentence.')],
  see: [paragraph('Code.')],
  run: [paragraph('Nothing to predict here.')],
  build: [],
  defend: [],
};

const rubric: Omit<Question, 'id' | 'kind' | 'ask'> = {
  level: 'screen',
  answer: 'A framework for APIs in Python: types declare them, and Uvicorn serves them.',
  keyPoints: [
    { point: 'A web framework', synonyms: ['web framework', 'framework for apis'] },
    { point: 'Type hints are the contract', synonyms: ['type hints', 'types declare'] },
    { point: 'Uvicorn serves it', synonyms: ['uvicorn', 'asgi server'] },
  ],
  commonWrongAnswer: { answer: 'A fast server.', why: 'It has no server of its own.' },
  followUps: [{ ask: 'What is ASGI?', answer: 'The interface between server and application.' }],
  shownIn: { lesson: 'what-is-fastapi/see', lab: 'predict' },
};

const buggy = `from fastapi import FastAPI

app = FastAPI()
items = [{"id": number} for number in range(1000)]


@app.get("/items")
async def list_items(size: int, page: int = 1) -> list[dict[str, int]]:
    first = (page - 1) * size
    return items[first : first + size]


@app.get("/items/{item_id}")
async def read_item(item_id: int) -> dict[str, int]:
    return items[item_id]


@app.get("/health")
async def health() -> dict[str, bool]:
    return {"ok": True}`;

const quizQuestions: Question[] = [
  { ...rubric, id: 'define-it', kind: 'say', ask: 'What is FastAPI, in one sentence?' },
  {
    ...rubric,
    id: 'which-status',
    kind: 'choose',
    ask: 'Which status has a reply to a body with a wrong type?',
    choices: [
      { text: '400 Bad Request', isRight: false, why: 'That one you raise yourself.' },
      { text: '422 Unprocessable Content', isRight: true, why: 'The JSON is well formed.' },
      { text: '500, the handler throws', isRight: false, why: 'The handler is not called.' },
    ],
  },
  {
    ...rubric,
    id: 'no-limit',
    kind: 'bug',
    ask: 'A client asks for `size=1000000000`, and memory runs out. Where is the mistake?',
    code: code('python', buggy),
    bugLines: [7],
    fix: code('python', 'async def list_items(size: Annotated[int, Query(le=100)] = 10):'),
    shownIn: { lesson: 'validation/see', lab: 'predict' },
  },
  {
    ...rubric,
    id: 'foretell-missing',
    kind: 'predict',
    ask: 'What does the lab answer to a body without `feature2`?',
    request: {
      method: 'POST',
      path: '/predict',
      headers: { 'content-type': 'application/json' },
      body: '{"feature1": 1.5}',
    },
    choices: [
      { text: '200, it takes 0 for it', reply: { status: 200 } },
      { text: '422, one error', reply: { status: 422, errors: 1 } },
    ],
  },
];

export const lessons: Lesson[] = [
  {
    id: 'what-is-fastapi',
    number: 1,
    title: 'What FastAPI is',
    summary: 'The one-line definition, and what each word of it stands for.',
    minutes: 6,
    path: 'week',
    lab: 'predict',
    exercises: [],
    beats: emptyBeats,
    questions: quizQuestions,
    cards: [],
    sources: [],
  },
  {
    id: 'validation',
    number: 2,
    title: 'Validation',
    summary: 'What happens to a request before your handler sees it.',
    minutes: 8,
    path: 'tomorrow',
    lab: 'predict',
    exercises: ['predict/type-the-input', 'predict/answer-422'],
    beats: validationBeats,
    questions: [
      {
        id: 'what-does-a-422-say',
        level: 'screen',
        ask: 'What is in the body of a 422?',
        answer:
          'A detail list with one entry per error: its type, its location, a message and the input.',
        keyPoints: [{ point: 'all errors at once', synonyms: [] }],
        commonWrongAnswer: {
          answer: 'Only the first error.',
          why: 'Pydantic collects all of them.',
        },
        followUps: [
          {
            ask: 'Why 422 and not 400?',
            answer: 'The JSON is well formed; its content is not valid.',
          },
        ],
        shownIn: { lesson: 'validation/say', lab: 'predict' },
        kind: 'say',
      },
      {
        id: 'who-validates',
        level: 'mid',
        ask: 'Who does the validation?',
        answer: 'Pydantic.',
        keyPoints: [{ point: 'Pydantic', synonyms: [] }],
        commonWrongAnswer: { answer: 'Starlette.', why: 'Starlette routes; it knows no types.' },
        followUps: [],
        shownIn: { lesson: 'validation/say', lab: 'predict' },
        kind: 'say',
      },
    ],
    cards: [],
    sources: [
      { title: 'FastAPI: Request Body', url: 'https://fastapi.tiangolo.com/tutorial/body/' },
      {
        title: 'Pydantic 2.13.0: how a validator is built',
        url: 'https://github.com/pydantic/pydantic/blob/v2.13.0/pydantic/_internal/_generate_schema.py',
      },
    ],
  },
  {
    id: 'long',
    number: 3,
    title: 'A lesson whose title is far too long to fit beside the five beats of a course map',
    summary: 'Only here to be cut.',
    minutes: 5,
    path: 'properly',
    lab: 'predict',
    exercises: [],
    beats: emptyBeats,
    questions: [],
    cards: [],
    sources: [],
  },
];

export const lab: Lab = {
  id: 'predict',
  number: 1,
  title: 'The ML endpoint',
  summary: 'A model behind POST /predict, loaded once at start.',
  exercises: [
    {
      id: 'predict/type-the-input',
      title: 'Type the input',
      minutes: 8,
      path: 'properly',
      mistakes: 4,
    },
    {
      id: 'predict/answer-422',
      title: 'Answer 422 like FastAPI',
      minutes: 12,
      path: 'tomorrow',
      mistakes: 5,
    },
  ],
  about: [paragraph('A lab.')],
  requests: [
    {
      id: 'valid',
      title: 'two numbers',
      method: 'POST',
      path: '/predict',
      headers: { 'content-type': 'application/json' },
      body: '{"feature1": 1.5, "feature2": 2}',
      note: plain('The ordinary case.'),
    },
    {
      id: 'missing',
      title: 'one field missing',
      method: 'POST',
      path: '/predict',
      headers: { 'content-type': 'application/json' },
      body: '{"feature1": 1.5}',
    },
    {
      id: 'docs',
      title: 'the OpenAPI document',
      method: 'GET',
      path: '/openapi.json',
      headers: {},
    },
  ],
  serverFile: '/course/labs/predict/server.js',
};

const solution = "import { Hono } from 'hono';\n\nexport default new Hono();\n";
const solutionPython = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

function exercise(id: string, title: string, minutes: number): Exercise {
  return {
    id,
    title,
    minutes,
    path: 'properly',
    mistakes: 4,
    lab: 'predict',
    lesson: 'validation',
    task: [paragraph(`Task: ${title}. Answer POST /predict with a prediction.`)],
    taskMarkdown: `Task: ${title}.`,
    starter: { name: 'starter.ts', text: 'export default {};\n' },
    solution: { name: 'solution.ts', text: solution, code: code('typescript', solution) },
    solutionPython: {
      name: 'solution.py',
      text: solutionPython,
      code: code('python', solutionPython.trimEnd()),
    },
    assets: [],
    asksForTypes: false,
    checksFile: '/course/checks.js',
  };
}

export const exercises: Exercise[] = [
  exercise('predict/type-the-input', 'Type the input', 8),
  exercise('predict/answer-422', 'Answer 422 like FastAPI', 12),
];

export const courseIndex: CourseIndex = {
  schemaVersion: 1,
  lessons: lessons.map(
    ({ id, number, title, summary, minutes, path, lab: labId, exercises: ids }) => ({
      id,
      number,
      title,
      summary,
      minutes,
      path,
      lab: labId,
      exercises: ids,
    }),
  ),
  labs: [
    {
      id: lab.id,
      number: lab.number,
      title: lab.title,
      summary: lab.summary,
      exercises: lab.exercises,
    },
  ],
  questions: Object.fromEntries(lessons.map(({ id, questions }) => [id, questions.length])),
};

/** Beats with each of the pictures, for whichever lesson a test opens. */
export const picturesBeats: Lesson['beats'] = {
  ...emptyBeats,
  see: [
    paragraph('What the types become.'),
    {
      kind: 'schema',
      code: { ...code('python', python), source: { file: 'predict/main.py', firstLine: 10 } },
      component: 'Input',
      schema: {
        properties: {
          feature1: { type: 'number', title: 'Feature1' },
          feature2: { type: 'number', title: 'Feature2' },
        },
        type: 'object',
        required: ['feature1', 'feature2'],
        title: 'Input',
      },
    },
  ],
  run: [
    {
      kind: 'prediction',
      prediction: {
        id: 'stopped',
        request: {
          method: 'POST',
          path: '/predict',
          headers: { 'content-type': 'application/json' },
          body: '{"feature1": "1.5"}',
        },
        ask: plain('Where is it stopped?'),
        choices: [
          { text: 'in the handler', reply: { status: 200 } },
          { text: 'before the handler', reply: { status: 422 } },
        ],
        note: plain('The handler never sees it.'),
        showsPath: true,
      },
    },
    {
      kind: 'timeline',
      timeline: {
        id: 'together',
        ask: plain('Which one waits for which?'),
        requests: [
          { method: 'GET', path: '/block/300', headers: {} },
          { method: 'GET', path: '/health', headers: {} },
          { method: 'GET', path: '/wait/300', headers: {} },
        ],
        choices: [
          { text: 'none for any', took: [{ request: 2, below: 150 }] },
          { text: 'the second and the third for the first', took: [{ request: 2, from: 150 }] },
        ],
        note: plain('Both wait for the one that holds the loop.'),
      },
    },
  ],
};
