import type { CourseIndex, Exercise, Lab, Lesson, PreparedRequest } from '../model/course.ts';
import type { Exchange } from '../model/exchange.ts';
import type { NewProgressEvent, Progress } from '../model/progress.ts';
import type { RunningServer, StartResult } from '../model/server.ts';
import type { Target, Verdict } from '../model/verdict.ts';

export type GradeStep =
  | { kind: 'starting' }
  | { kind: 'checking' }
  | { kind: 'check-finished'; title: string; status: string };

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

/** An outcome that a screen shows as one line: what happened, and what to do where it failed. */
export type Outcome = { isOk: boolean; message: string };

/**
 * Everything the app does to the world. `cli.ts` builds the real one; tests build one in memory.
 * No function throws for what a learner can cause: failures are values.
 */
export type Services = {
  version: string;
  courseIndex: CourseIndex;
  loadLesson: (id: string) => Promise<Lesson>;
  loadLab: (id: string) => Promise<Lab>;
  loadExercise: (id: string) => Promise<Exercise>;

  readProgress: () => Progress;
  record: (event: NewProgressEvent) => void;
  /** Said once: the log could not be read whole or cannot be written. */
  progressWarning: () => string | undefined;

  /** Labs already running in this session, by lab id. */
  runningLabs: () => Record<string, RunningServer>;
  startLab: (lab: Lab, port?: number) => Promise<StartResult>;
  /** Sends one request to a server; never rejects. */
  send: (url: string, request: PreparedRequest, signal?: AbortSignal) => Promise<Exchange>;

  grade: (
    exercise: Exercise,
    target: Target,
    options: { onStep?: (step: GradeStep) => void; signal?: AbortSignal },
  ) => Promise<Verdict>;
  /** Calls back after each save of the file, until the returned function is called. */
  watchFile: (file: string, onSave: () => void) => () => void;

  workspace: () => WorkspaceState;
  createWorkspace: (folder: string) => Promise<Outcome>;
  /** The exercise's folder in the workspace, made if it is not there yet. */
  openExercise: (exercise: Exercise) => Promise<ExerciseFolder | { problem: string }>;
  /** Puts the starter back; the old file is kept as a snapshot that `message` names. */
  resetExercise: (exercise: Exercise) => Promise<Outcome>;
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
