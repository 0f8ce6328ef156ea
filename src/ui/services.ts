import type { CourseIndex, Exercise, Lab, Lesson, PreparedRequest } from '../model/course.ts';
import type { Exchange, PartialReply } from '../model/exchange.ts';
import type { NewOwnCheck, OwnChecks } from '../model/own-check.ts';
import type { LessonPlaces } from '../model/places.ts';
import type { Play } from '../model/play.ts';
import type { NewProgressEvent, Progress } from '../model/progress.ts';
import type { KeptQuiz, LeftQuiz, QuizWish } from '../model/quiz/left.ts';
import type { RaceEvent } from '../model/race.ts';
import type { SearchOutcome } from '../model/search.ts';
import type { RunningServer, StartResult } from '../model/server.ts';
import type { SnapshotReading } from '../model/snapshot.ts';
import type { SocketEvent, SocketLink } from '../model/socket.ts';
import type { GradeStep, Target, Verdict } from '../model/verdict.ts';

/** Where the learner's files for one exercise are. */
export type ExerciseFolder = {
  folder: string;
  /** The file that is graded; absolute. */
  handlerFile: string;
  taskFile: string;
  /** Said where something was put in place that had been deleted. */
  note?: string;
};

export type WorkspaceState =
  | { kind: 'none'; suggestedFolder: string }
  | { kind: 'ready'; folder: string; mended: string[] };

/** What a lab answered, or why it could not be asked. */
export type LabReply =
  | { isOk: true; exchange: Exchange }
  | { isOk: false; message: string; remedy: string };

/** An outcome that a screen shows as one line: what happened, and what to do where it failed. */
export type Outcome = { isOk: boolean; message: string };

/**
 * Everything the app does to the world. `cli.ts` builds the real one with `cli/`; tests build one in memory.
 * No function throws for what a learner can cause: failures are values.
 */
export type Services = {
  version: string;
  courseIndex: CourseIndex;
  loadLesson: (id: string) => Promise<Lesson>;
  loadLab: (id: string) => Promise<Lab>;
  loadExercise: (id: string) => Promise<Exercise>;
  /** Looks for words in everything there is to read; its index is loaded when it is first asked. */
  search: (query: string, options: { limit: number }) => Promise<SearchOutcome>;

  readProgress: () => Progress;
  record: (event: NewProgressEvent) => void;
  /** Said once: the log could not be read whole, or what is to be kept cannot be written. */
  progressWarning: () => string | undefined;

  /** Where a lesson was left, in this session or another one. */
  readPlaces: (lesson: string) => LessonPlaces | undefined;
  /** Keeps where a lesson is left; undefined forgets it. Written a moment later. */
  keepPlaces: (lesson: string, places: LessonPlaces | undefined) => void;
  /** The quizzes that were left half done less than a day ago. */
  readQuizzes: () => KeptQuiz[];
  /** Keeps a quiz that is under way, a moment later or at once; undefined forgets it. */
  keepQuiz: (wish: QuizWish, left: LeftQuiz | undefined, options?: { isAtOnce?: boolean }) => void;
  /** Whether what is kept could be written, so that another session has it. */
  isLeftKept: () => boolean;

  /** Labs already running in this session by lab id, and handlers in play by their file. */
  runningLabs: () => Record<string, RunningServer>;
  startLab: (lab: Lab, port?: number) => Promise<StartResult>;
  /** Serves a handler as a lab is, and again after each save. */
  startPlay: (play: Play, port?: number) => Promise<StartResult>;
  /** Sends one request to a server; never rejects. A stream of events is told as it comes, until `signal` ends it. */
  send: (
    url: string,
    request: PreparedRequest,
    options?: { signal?: AbortSignal; onPart?: (part: PartialReply) => void },
  ) => Promise<Exchange>;

  /** Sends one request to a lab, which is started for it where it does not run, and stopped again. Never rejects. */
  askLab: (lab: string, request: PreparedRequest) => Promise<LabReply>;

  /** Opens a WebSocket to a running server; what happens to it is told. */
  connect: (url: string, path: string, onEvent: (event: SocketEvent) => void) => SocketLink;
  /** Runs the servers that a lab compares, and stops them all; ends early when `signal` fires. */
  race: (
    lab: Lab,
    options: { signal: AbortSignal; onEvent: (event: RaceEvent) => void },
  ) => Promise<void>;

  grade: (
    exercise: Exercise,
    target: Target,
    options: {
      onStep?: (step: GradeStep) => void;
      signal?: AbortSignal;
      /** Repeats the random inputs of the verdict that names it; without it they are new. */
      seed?: number;
      /** How long the whole grade may take; without it as long as a learner would wait. */
      deadlineMs?: number;
    },
  ) => Promise<Verdict>;
  /** `grade` as an attempt of the learner's: the file is kept and the verdict recorded. */
  gradeAttempt: Services['grade'];
  /** A file that progress names. */
  readSnapshot: (exercise: string, snapshot: string) => Promise<SnapshotReading>;
  /** Puts the file of an attempt in the handler's place; the present one is kept before. */
  restoreAttempt: (exercise: Exercise, number: number) => Promise<Outcome>;
  /** Calls back after each save of the file, until the returned function is called. */
  watchFile: (file: string, onSave: () => void) => () => void;

  workspace: () => WorkspaceState;
  createWorkspace: (folder: string) => Promise<Outcome>;
  /** The exercise's folder in the workspace, made if it is not there yet. */
  openExercise: (exercise: Exercise) => Promise<ExerciseFolder | { problem: string }>;
  /** Puts the starter back; the old file is kept as an attempt that `message` names. */
  resetExercise: (exercise: Exercise) => Promise<Outcome>;
  /** The learner's own checks for an exercise, from beside a handler. */
  readOwnChecks: (handlerFile: string, exercise: string) => Promise<OwnChecks>;
  keepOwnCheck: (handlerFile: string, exercise: string, check: NewOwnCheck) => Promise<Outcome>;
  dropOwnCheck: (handlerFile: string, id: string) => Promise<Outcome>;
  readFile: (file: string) => Promise<string | undefined>;

  openInBrowser: (url: string) => Promise<Outcome>;
  /**
   * How to open a file in the learner's editor: `terminal` editors take over the screen
   * (run them inside Ink's `suspendTerminal`), the others open beside it.
   */
  editor: (file: string) => {
    kind: 'terminal' | 'window' | 'none';
    open: () => Promise<Outcome>;
    name: string;
  };
  copyToClipboard: (text: string) => Promise<Outcome>;
};
