import type {
  Block,
  Code,
  Course,
  Inline,
  Lesson,
  Question,
  QuestionKind,
} from '../../../src/model/course.ts';

export const plain = (text: string): Inline[] => [{ text, style: 'plain' }];
const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plain(text) });
const heading = (text: string): Block => ({ kind: 'heading', text: plain(text) });
const code = (language: Code['language'], text: string, file?: string): Code => ({
  language,
  ...(file !== undefined && { source: { file, firstLine: 1 } }),
  lines: text.split('\n').map((line) => [{ text: line, kind: 'plain' }]),
});

function question(id: string, lesson: string, ask: string, kind: QuestionKind): Question {
  return {
    id,
    level: 'mid',
    ask,
    answer: `The answer to ${id}: \`run_in_threadpool\` moves a call off the loop.`,
    keyPoints: [{ point: `The key of ${id}`, synonyms: [] }],
    commonWrongAnswer: { answer: `The trap of ${id}.`, why: `Why not ${id}.` },
    followUps: [{ ask: `And then, ${id}?`, answer: `Further on ${id}.` }],
    shownIn: { lesson: `${lesson}/say`, lab: 'async' },
    ...kind,
  };
}

const asyncLesson: Lesson = {
  id: 'async',
  number: 1,
  title: 'Async',
  summary: 'When a handler awaits, and when it blocks.',
  minutes: 8,
  path: 'tomorrow',
  lab: 'async',
  exercises: ['async/move-the-work'],
  beats: {
    say: [
      { kind: 'quote', text: plain('Async helps while a service waits.') },
      paragraph('The event loop is one thread.'),
      heading('Blocking code'),
      paragraph('A plain def endpoint runs in a thread pool.'),
      {
        kind: 'list',
        isOrdered: false,
        items: [plain('requests blocks'), plain('httpx can be awaited')],
      },
      {
        kind: 'correction',
        correction: {
          brief: plain('Async is faster.'),
          say: plain('Async waits better.'),
          because: plain('A computation stays as long as it is.'),
        },
      },
      {
        kind: 'table',
        header: [plain('call'), plain('blocks')],
        rows: [[plain('time.sleep'), plain('yes')]],
      },
    ],
    see: [
      {
        kind: 'compare',
        left: code('python', 'class Input(BaseModel):\n    text: str', 'async/main.py'),
        right: code('typescript', 'const Input = z.object({});', 'async/server.ts'),
        notes: [plain('response_model is declared on the left only.')],
      },
      {
        kind: 'schema',
        code: code('python', 'class Output(BaseModel):\n    label: str'),
        component: 'Output',
        schema: { type: 'object', required: ['label'] },
      },
      { kind: 'code', code: code('shell', 'uvicorn main:app --workers 4') },
    ],
    run: [
      paragraph('Two requests, one of them slow.'),
      {
        kind: 'prediction',
        prediction: {
          id: 'slow',
          request: { method: 'POST', path: '/slow', headers: {}, body: '{"text": ""}' },
          ask: plain('Who waits?'),
          choices: [{ text: '422, an empty text', reply: { status: 422 } }],
          note: plain('The validator ran before the sleep.'),
        },
      },
      {
        kind: 'timeline',
        timeline: {
          id: 'both',
          ask: plain('Which one ends first?'),
          requests: [{ method: 'GET', path: '/sleeping', headers: { 'x-delay': '2' } }],
          choices: [{ text: 'the first', took: [{ request: 1, below: 10 }] }],
          note: plain('They overlap.'),
        },
      },
    ],
    build: [paragraph('Move it.'), { kind: 'exercise', exercise: 'async/move-the-work' }],
    defend: [],
  },
  questions: [
    question('who-runs-def', 'async', 'Who runs a plain `def`?', { kind: 'say' }),
    question('gil', 'async', 'Does the GIL matter?', {
      kind: 'choose',
      choices: [{ text: 'It serialises bytecode.', isRight: true, why: 'One interpreter lock.' }],
    }),
    question('find-the-leak', 'async', 'What is wrong here?', {
      kind: 'bug',
      code: code('python', 'time.sleep(1)'),
      bugLines: [0],
      fix: code('python', 'await asyncio.sleep(1)'),
    }),
    question('what-comes-back', 'async', 'What comes back?', {
      kind: 'predict',
      request: { method: 'GET', path: '/teapot', headers: {} },
      choices: [{ text: '418, short and stout', reply: { status: 418 } }],
    }),
  ],
  cards: [{ id: 'gil-in-short', ask: 'What is the GIL?', answer: 'One lock for the interpreter.' }],
  sources: [],
};

const docsLesson: Lesson = {
  ...asyncLesson,
  id: 'docs',
  number: 2,
  title: 'Automatic docs',
  summary: 'What OpenAPI says.',
  exercises: [],
  beats: {
    say: [
      heading('Declared replies'),
      paragraph('A reply that async code declares is described, too.'),
    ],
    see: [],
    run: [],
    build: [],
    defend: [paragraph('Say it aloud.')],
  },
  questions: [],
  cards: [],
};

/** A course with every kind of block and question. */
export const searchCourse: Course = {
  lessons: [asyncLesson, docsLesson],
  labs: [
    {
      id: 'async',
      number: 1,
      title: 'The waiting room',
      summary: 'Endpoints that sleep.',
      exercises: [],
      about: [paragraph('Start several requests at once.')],
      requests: [],
      serverFile: '/course/labs/async/server.js',
    },
  ],
  exercises: [
    {
      id: 'async/move-the-work',
      title: 'Move the work',
      minutes: 5,
      path: 'tomorrow',
      mistakes: 4,
      lab: 'async',
      lesson: 'async',
      task: [paragraph('Hash the password in a worker.')],
      taskMarkdown: '',
      starter: { name: 'starter.ts', text: '' },
      solution: { name: 'solution.ts', text: '', code: code('typescript', '') },
      solutionPython: { name: 'solution.py', text: '', code: code('python', '') },
      assets: [],
      asksForTypes: false,
      checksFile: '/course/checks.js',
    },
  ],
};
