import type { Saving } from '../machine/save-file.ts';
import type { Course, CourseProblem, Exercise, PathName, QuestionLevel } from '../model/course.ts';
import type { Play } from '../model/play.ts';
import type { Mistake, Mutant } from '../proofs/mutant.ts';
import type { Services } from '../ui/services.ts';

export type Terminal = {
  /** Whether both ends are a terminal, so that the app can run in it. */
  isInteractive: boolean;
  columns: number;
  /** Undefined when it is not a terminal. */
  rows?: number;
  isColoured: boolean;
  /** Whether glyphs beyond ASCII can be shown. */
  isUnicode: boolean;
};

/** Where the app begins when a command opens it. */
export type AppStart =
  | { kind: 'home' }
  | { kind: 'lesson'; id: string }
  | { kind: 'lab'; id: string; port?: number }
  | { kind: 'race'; id: string }
  | { kind: 'play'; play: Play; port?: number }
  | ({ kind: 'quiz' } & QuizStart);

/** Which questions a quiz asks: those of a lesson or of a path, of a level or of any. */
export type QuizStart = {
  topic?: string;
  /** Without a topic: the path whose lessons are asked about. */
  path?: PathName;
  level?: QuestionLevel;
  count: number;
  /** Draws the same questions again, whatever was answered since. */
  seed?: number;
};

/** What `doctor` finds out about the machine. Each answers without throwing. */
export type Probes = {
  nodeVersion: string;
  packageRoot: string;
  log: () => { file: string; eventCount: number; tornCount: number; foreignCount: number };
  /** Names of packages that the workspace's links do not reach. */
  brokenLinks: (folder: string) => string[];
  /** Each gives the reason why it cannot be done. */
  port: () => Promise<string | undefined>;
  child: () => Promise<string | undefined>;
  writing: () => Promise<string | undefined>;
  watching: (folder?: string) => Promise<boolean>;
  editor: () => string | undefined;
  browser: () => Promise<string | undefined>;
  clipboard: () => Promise<string | undefined>;
  python: () => Promise<PythonFinding>;
};

export type PythonFinding =
  | { kind: 'ready'; command: string; version: string }
  | { kind: 'no-fastapi'; command: string }
  | { kind: 'none' };

/** What `check-course` needs of the course's sources. */
export type CourseSources = {
  /** Where `lessons/` and `labs/` are when no folder is named; undefined when there are none. */
  defaultFolder: () => string | undefined;
  load: (folder: string) => Promise<{ course?: Course; problems: CourseProblem[] }>;
  /** Absolute paths of the files in a folder, sorted; empty when it is not there. */
  listFiles: (folder: string) => Promise<string[]>;
};

/** Handlers with one thing wrong, all behind one server. */
export type MutantServer = {
  /** The address of a mutant once it is loaded; undefined when it cannot be. */
  load: (index: number) => Promise<string | undefined>;
  stop: () => Promise<void>;
};

/** Everything a command may see and touch. `cli.ts` builds the real one, tests one in memory. */
export type Context = {
  version: string;
  cwd: string;
  terminal: Terminal;
  write: (text: string) => void;
  writeError: (text: string) => void;
  /** The next line typed or piped in; undefined at the end of the input. The prompt is for people only. */
  readLine: (prompt: string) => Promise<string | undefined>;
  /** Fires when the learner or the system asks the program to end. */
  signal: AbortSignal;
  services: Services;
  openApp: (start: AppStart) => Promise<number>;
  /** Writes a file by its absolute path. */
  saveFile: (file: string, text: string, options: { mayReplace: boolean }) => Promise<Saving>;
  probes: Probes;
  sources: CourseSources;
  /** Serves mutants of a solution; those that change replies load `solutionFile`. */
  serveMutants: (
    exercise: Exercise,
    solutionFile: string,
    mutants: (Mutant | Mistake)[],
  ) => Promise<MutantServer>;
};
