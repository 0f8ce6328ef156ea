import type { Contract } from './contract.ts';
import type { Json } from './exchange.ts';
import type { RaceSpec } from './race.ts';

/** The beats of a lesson, in the order they are taken. */
export const beatNames = ['say', 'see', 'run', 'build', 'defend'] as const;
export type BeatName = (typeof beatNames)[number];

export const beatTitles: Record<BeatName, string> = {
  say: 'Say it',
  see: 'See it',
  run: 'Run it',
  build: 'Build it',
  defend: 'Defend it',
};

/** What a piece of highlighted code is, so that a theme can colour it. */
export type TokenKind =
  | 'plain'
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'function'
  | 'type'
  | 'punctuation';

export type Token = { text: string; kind: TokenKind };
export type CodeLine = Token[];

/** Code as shown: `source` names the file and region it was taken from, when it was. */
export type Code = {
  language: 'python' | 'typescript' | 'json' | 'http' | 'shell' | 'text';
  title?: string;
  source?: { file: string; region?: string; firstLine: number };
  lines: CodeLine[];
};

export type Inline = {
  text: string;
  style: 'plain' | 'strong' | 'emphasis' | 'code' | 'link';
  href?: string;
};

/** A request ready to be sent. `body` is the exact text, so that an invalid one can be sent too. */
export type PreparedRequest = {
  method: string;
  /** Path with query, starting with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: string;
};

export type LabRequest = PreparedRequest & { id: string; title: string; note?: Inline[] };

/** One answer offered in a prediction. The right one is the one whose `reply` fits what the lab answers. */
export type PredictionChoice = {
  text: string;
  reply: ReplyPattern;
};

/** A partial description of a reply: what is named must match, what is not named is free. */
export type ReplyPattern = {
  status?: number;
  /** Number of entries in the 422 list. */
  errors?: number;
  /** Must be contained in the JSON body: objects by key, arrays entry by entry. */
  json?: unknown;
  /** Must occur in the body's text. */
  bodyIncludes?: string;
  headers?: Record<string, string>;
};

export type Prediction = {
  id: string;
  request: PreparedRequest;
  ask: Inline[];
  choices: PredictionChoice[];
  /** Said once the reply is on screen. */
  note: Inline[];
  /** Whether the way of the request through the lab is drawn beside its reply. */
  showsPath?: boolean;
};

/** How long a request of a timeline took, in ms; requests are counted from 1. */
export type TookPattern = { request: number; from?: number; below?: number };

/** One answer offered before a timeline. The right one is the one whose times are those that were measured. */
export type TimelineChoice = { text: string; took: TookPattern[] };

/** Requests that are sent to the lab at the same moment, in this order; drawn as bars over time. */
export type Timeline = {
  id: string;
  ask: Inline[];
  requests: PreparedRequest[];
  choices: TimelineChoice[];
  /** Said once all replies are there. */
  note: Inline[];
};

/** A sentence of the notes that is dated or simplified, and what to say in its place. */
export type Correction = { brief: Inline[]; say: Inline[]; because: Inline[] };

export type Block =
  | { kind: 'paragraph'; text: Inline[] }
  | { kind: 'heading'; text: Inline[] }
  | { kind: 'quote'; text: Inline[] }
  | { kind: 'list'; isOrdered: boolean; items: Inline[][] }
  | { kind: 'table'; header: Inline[][]; rows: Inline[][][] }
  | { kind: 'code'; code: Code }
  /** FastAPI on the left, Hono on the right. */
  | { kind: 'compare'; left: Code; right: Code; notes: Inline[][] }
  | { kind: 'prediction'; prediction: Prediction }
  | { kind: 'timeline'; timeline: Timeline }
  /** A model in Python, and the JSON Schema that FastAPI makes of it. */
  | { kind: 'schema'; code: Code; component: string; schema: Json }
  | { kind: 'correction'; correction: Correction }
  | { kind: 'exercise'; exercise: string };

export type Source = { title: string; url: string };

export const questionLevels = ['screen', 'mid', 'senior'] as const;
export type QuestionLevel = (typeof questionLevels)[number];

/** How a question is put in a quiz. Whatever its kind, it can be asked aloud and has a whole rubric. */
export type QuestionKind =
  | { kind: 'say' }
  | { kind: 'choose'; choices: { text: string; isRight: boolean; why: string }[] }
  /** Code with a bug in it: `bugLines` are the indices of its lines in `code`, `fix` replaces them or more. */
  | { kind: 'bug'; code: Code; bugLines: number[]; fix: Code }
  /** A request to the lab of `shownIn`, whose reply is to be foretold. */
  | { kind: 'predict'; request: PreparedRequest; choices: PredictionChoice[] };

/** An interview question with its rubric. */
export type Question = {
  id: string;
  level: QuestionLevel;
  ask: string;
  answer: string;
  keyPoints: { point: string; synonyms: string[] }[];
  commonWrongAnswer: { answer: string; why: string };
  followUps: { ask: string; answer: string }[];
  /** The lesson with its beat, as in `validation/see`, and the lab that show the answer. */
  shownIn: { lesson: string; lab: string };
} & QuestionKind;

export type Card = { id: string; ask: string; answer: string };

/** The ways through the course, the shortest first; each takes in all that the shorter ones do. */
export const pathNames = ['tomorrow', 'week', 'properly'] as const;
export type PathName = (typeof pathNames)[number];

export const pathTitles: Record<PathName, string> = {
  tomorrow: 'interview tomorrow',
  week: 'this week',
  properly: 'learn it properly',
};

export type LessonSummary = {
  id: string;
  /** Position in the course, from 1. */
  number: number;
  title: string;
  summary: string;
  minutes: number;
  /** The shortest path that it is on. */
  path: PathName;
  lab: string;
  exercises: string[];
};

export type Lesson = LessonSummary & {
  beats: Record<BeatName, Block[]>;
  questions: Question[];
  cards: Card[];
  sources: Source[];
};

export type ExerciseSummary = {
  /** `lab/exercise`, as in `predict/type-the-input`. */
  id: string;
  title: string;
  minutes: number;
  /** The shortest path that it is on. */
  path: PathName;
  /** How many likely mistakes its checks are proven to tell apart. */
  mistakes: number;
};

/** What the counts of `check-course` mean to a learner. */
export function tellMistakes({ mistakes }: Pick<ExerciseSummary, 'mistakes'>): string {
  return `This exercise tells ${mistakes} ${mistakes === 1 ? 'mistake' : 'mistakes'} apart.`;
}

/** A file of the course. `text` is what it holds. */
export type CourseFile = { name: string; text: string };

export type Exercise = ExerciseSummary & {
  lab: string;
  /** The lesson that explains it. */
  lesson: string;
  task: Block[];
  taskMarkdown: string;
  starter: CourseFile;
  solution: CourseFile & { code: Code };
  solutionPython: CourseFile & { code: Code };
  /** Files the handler reads, copied beside it in the workspace. Absolute paths. */
  assets: string[];
  /** Whether TypeScript judges the handler too, as one more check. */
  asksForTypes: boolean;
  /** What its `openapi.yaml` says of replies, when it has one. */
  contract?: Contract;
  /** Mutations of its solution that are no mistakes, with the reason. */
  equivalents?: { mutation: string; why: string }[];
  /** Absolute path of the Vitest file that holds the checks. */
  checksFile: string;
};

export type LabSummary = {
  id: string;
  number: number;
  title: string;
  summary: string;
  exercises: ExerciseSummary[];
};

/** What of a lab can be watched live: the latency of a route, two services, a room, a race of servers. */
export type LabWatch = 'latencies' | 'spans' | 'rooms' | 'race';

export type Lab = LabSummary & {
  watch?: LabWatch;
  about: Block[];
  requests: LabRequest[];
  /** Absolute path of the module that default-exports the lab's Hono app. */
  serverFile: string;
  race?: RaceSpec;
};

/** What the home screen and `list` need; lessons, labs and exercises are loaded one at a time. */
export type CourseIndex = {
  schemaVersion: 1;
  lessons: LessonSummary[];
  labs: LabSummary[];
  /** How many questions each lesson has, by its id. */
  questions: Record<string, number>;
};

export type Course = { lessons: Lesson[]; labs: Lab[]; exercises: Exercise[] };

/** One thing wrong with the course on disk. */
export type CourseProblem = {
  /** Path relative to the course's folder. */
  file: string;
  /** Where in the file: a line, or a path of keys such as `choices[2].status`. */
  place: string;
  /** What stands there, shortened. */
  value: string;
  problem: string;
  remedy: string;
};

/** The index of a course: everything but the contents. */
export function indexCourse(course: Course): CourseIndex {
  return {
    schemaVersion: 1,
    lessons: course.lessons.map(
      ({ id, number, title, summary, minutes, path, lab, exercises }) => ({
        id,
        number,
        title,
        summary,
        minutes,
        path,
        lab,
        exercises,
      }),
    ),
    labs: course.labs.map(({ id, number, title, summary, exercises }) => ({
      id,
      number,
      title,
      summary,
      exercises,
    })),
    questions: Object.fromEntries(
      course.lessons.map(({ id, questions }) => [id, questions.length]),
    ),
  };
}

/** Every exercise of the course, in order. */
export function listExercises(index: CourseIndex): ExerciseSummary[] {
  return index.labs.flatMap((lab) => lab.exercises);
}

/** `Validation, See it` for `validation/see`. */
export function lessonName(index: CourseIndex, lesson: string): string {
  const [id, beat] = lesson.split('/');
  const title = index.lessons.find((one) => one.id === id)?.title ?? lesson;
  const beatName = beatNames.find((name) => name === beat);
  return beatName === undefined ? title : `${title}, ${beatTitles[beatName]}`;
}
