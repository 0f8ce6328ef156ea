import type { Command } from './command.ts';

const plain = { summary: 'print lines instead of opening the app' };
const targets = {
  file: { value: 'F', summary: 'grade this handler file, wherever it is' },
  url: { value: 'U', summary: 'grade the server that answers at this address' },
  run: {
    value: 'CMD',
    summary: 'start this command, grade its server, end it; {port} is replaced',
  },
};

/** Every command, in the order help shows them. */
export const commands: Command[] = [
  {
    name: 'lesson',
    summary: 'read a lesson',
    argument: { kind: 'lesson', isRequired: true },
    options: { plain },
    notes: ['A lesson is named by its id or by its number: api-labs lesson validation'],
    load: () => import('./lesson.ts'),
  },
  {
    name: 'lab',
    summary: 'run a lab and watch its requests',
    argument: { kind: 'lab', isRequired: false },
    options: {
      file: {
        value: 'F',
        summary: 'run this handler of yours in place of a lab, anew after each save',
      },
      exercise: { value: 'ID', summary: 'with --file: the exercise it answers' },
      port: { value: 'N', summary: 'listen on this port; 0 takes any free one' },
      json: { summary: 'print {"url":...} when it answers, then one JSON line per exchange' },
      about: { summary: 'print what it is about, and its requests with what to look for' },
      http: { summary: 'print its requests as a .http file, for the REST client of an editor' },
      plain,
    },
    notes: [
      'A handler in your workspace answers the exercise of its folder; --exercise says so for any other.',
      'Example: api-labs lab --file api-labs/predict/answer-422/handler.ts',
    ],
    load: () => import('./lab.ts'),
  },
  {
    name: 'race',
    summary: 'race a lab against Express and FastAPI: predict, unless another is named',
    argument: { kind: 'lab', isRequired: false },
    options: { json: { summary: 'print the figures as JSON' }, plain },
    notes: [
      'FastAPI runs where a Python here has fastapi and uvicorn; api-labs doctor says which.',
    ],
    load: () => import('./race.ts'),
  },
  {
    name: 'grade',
    summary: 'grade an exercise: the handler in your workspace, a file, an address or a command',
    argument: { kind: 'exercise', isRequired: true, unless: 'all' },
    options: {
      ...targets,
      seed: { value: 'N', summary: 'repeat the random inputs of the verdict that names this seed' },
      all: { summary: 'grade every exercise you have passed again, in place of one' },
      watch: { summary: 'grade again after each save' },
      json: { summary: 'print the verdict as JSON' },
    },
    notes: [
      'Exit code: 0 passed, 1 not passed, 2 wrong usage.',
      'Checks of your own, in my-checks.json beside the handler, are graded with the rest.',
      'Example: api-labs grade predict/type-the-input --run "uvicorn main:app --port {port}"',
    ],
    load: () => import('./grade.ts'),
  },
  {
    name: 'hint',
    summary: 'show the next hint for the first check that fails',
    argument: { kind: 'exercise', isRequired: true },
    options: {
      ...targets,
      seed: { value: 'N', summary: 'repeat the random inputs of the verdict that names this seed' },
    },
    notes: ['It looks at the handler as it is now, which is no attempt.'],
    load: () => import('./hint.ts'),
  },
  {
    name: 'checks',
    summary: 'list the checks of your own for an exercise, or drop one',
    argument: { kind: 'exercise', isRequired: true },
    options: {
      drop: { value: 'ID', summary: 'drop this one' },
      file: { value: 'F', summary: 'those beside this handler file, not those in your workspace' },
      json: { summary: 'print them as JSON' },
    },
    notes: [
      'They are made in play (api-labs lab --file handler.ts, key a) and kept beside the handler, in my-checks.json.',
    ],
    load: () => import('./checks.ts'),
  },
  {
    name: 'solution',
    summary: 'show the solution beside your handler',
    argument: { kind: 'exercise', isRequired: true },
    options: {
      force: { summary: 'show it although the exercise is not passed yet' },
      python: { summary: 'show the FastAPI solution' },
    },
    load: () => import('./solution.ts'),
  },
  {
    name: 'attempts',
    summary: 'list your attempts, compare them, go back to one',
    argument: { kind: 'exercise', isRequired: true },
    moreWords: 1,
    options: {
      diff: {
        value: 'A [B]',
        summary: 'show what changed from attempt A to attempt B, or to your file as it is now',
      },
      restore: { value: 'N', summary: 'put the file of attempt N back; the present one is kept' },
      json: { summary: 'print them as JSON' },
    },
    notes: ['Example: api-labs attempts predict/answer-422 --diff 2 now'],
    load: () => import('./attempts.ts'),
  },
  {
    name: 'reset',
    summary: 'put the starter back; your handler is kept as an attempt',
    argument: { kind: 'exercise', isRequired: true },
    options: {},
    load: () => import('./reset.ts'),
  },
  {
    name: 'init',
    summary: 'make your workspace, ./api-labs when no folder is named',
    argument: { kind: 'folder', isRequired: false },
    options: {},
    load: () => import('./init.ts'),
  },
  {
    name: 'quiz',
    summary: 'be asked questions of a lesson, or of all on your path mixed',
    argument: { kind: 'topic', isRequired: false },
    options: {
      all: { summary: 'ask from the whole course, not only from the path you chose' },
      level: {
        value: 'L',
        summary: 'only questions of this level: screen (a first interview), mid or senior',
      },
      count: { value: 'N', short: 'n', summary: 'ask so many questions, 10 unless you say' },
      seed: { value: 'N', summary: 'draw the same ones for this number, whatever was answered' },
      json: { summary: 'print the questions with their right answers as JSON, and ask nothing' },
      plain: { summary: 'ask line by line instead of opening the app' },
    },
    notes: [
      'What you answered wrong comes first, then what you were never asked.',
      'The app offers for a day to go on with a quiz that was left half done.',
      'Example: api-labs quiz validation --level mid -n 5',
    ],
    load: () => import('./quiz.ts'),
  },
  {
    name: 'list',
    summary: 'list lessons, labs and exercises',
    options: { json: { summary: 'print them as JSON' } },
    load: () => import('./list.ts'),
  },
  {
    name: 'path',
    summary: 'show the paths through the course, or take one: tomorrow, week or properly',
    argument: { kind: 'path', isRequired: false },
    options: { json: { summary: 'print them as JSON' } },
    load: () => import('./path.ts'),
  },
  {
    name: 'search',
    summary: 'find words in lessons, questions, cards and labs',
    argument: { kind: 'words', isRequired: true },
    moreWords: Number.POSITIVE_INFINITY,
    options: {
      count: { value: 'N', short: 'n', summary: 'print so many at most; 10 unless told' },
      json: { summary: 'print them as JSON' },
    },
    notes: [
      'Words need no quotes: api-labs search thread pool',
      'What begins with a dash goes after two of them, options before: api-labs search -n 3 -- --workers',
      'Exit code: 0 found, 1 nothing found, 2 wrong usage.',
    ],
    load: () => import('./search.ts'),
  },
  {
    name: 'cheatsheet',
    summary: 'make two pages to print and take along: what to say, what not, and cards',
    options: {
      format: {
        value: 'md|html',
        summary: 'md unless told; html prints on two pages of A4 or Letter',
      },
      out: { value: 'FILE', summary: 'write it to this file; .html makes it html' },
      force: { summary: 'with --out: write over a file that is there' },
    },
    notes: ['Example: api-labs cheatsheet --out cheatsheet.html'],
    load: () => import('./cheatsheet.ts'),
  },
  {
    name: 'progress',
    summary: 'show what you have done',
    options: { json: { summary: 'print it as JSON' } },
    load: () => import('./progress.ts'),
  },
  {
    name: 'doctor',
    summary: 'check that everything api-labs needs is there',
    options: { json: { summary: 'print the findings as JSON' } },
    load: () => import('./doctor.ts'),
  },
  {
    name: 'check-course',
    summary: 'prove the graders: for authors of lessons and labs',
    argument: { kind: 'folder', isRequired: false },
    options: {
      mutations: { summary: 'change each solution in every standard way, and list what survives' },
      only: { value: 'EXERCISE', summary: 'prove this exercise, or all of this lab' },
      sample: { value: 'N', summary: 'draw so many mutations of each exercise' },
      seed: { value: 'N', summary: 'draw the same mutations and inputs again' },
      json: { summary: 'print the outcome as JSON' },
    },
    load: () => import('./check-course.ts'),
  },
];
