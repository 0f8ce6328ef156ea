import { askLab } from '../../src/cli/ask-lab.ts';
import { createGradeAttempt } from '../../src/cli/grade-attempt.ts';
import { createSearch } from '../../src/course/search/search.ts';
import { indexPassages } from '../../src/course/search/search-index.ts';
import type { PreparedRequest } from '../../src/model/course.ts';
import type { Exchange, Json, Reply } from '../../src/model/exchange.ts';
import { nextOwnId, type OwnCheck } from '../../src/model/own-check.ts';
import {
  foldProgress,
  type NewProgressEvent,
  type ProgressEvent,
} from '../../src/model/progress.ts';
import { quizName } from '../../src/model/quiz/left.ts';
import type { Downtime, RunningServer, ServerEvent } from '../../src/model/server.ts';
import type { SnapshotReading } from '../../src/model/snapshot.ts';
import type { CheckResult, Verdict } from '../../src/model/verdict.ts';
import { readPlaces, readQuiz } from '../../src/store/read-left.ts';
import type { Services, WorkspaceState } from '../../src/ui/services.ts';
import { courseIndex, exercises, lab, lessons } from './course-fixture.ts';

/** Services that live in memory, with handles to make things happen and lists of what was asked for. */
export type MemoryServices = Services & {
  events: NewProgressEvent[];
  copied: string[];
  opened: string[];
  sent: PreparedRequest[];
  /** As if the learner had saved the file. */
  save: () => void;
  /** What `grade` resolves with; a function may wait for the signal. */
  nextVerdict: (signal?: AbortSignal) => Verdict | Promise<Verdict>;
  labListener: (event: ServerEvent) => void;
  /** What a grade says it may take. */
  deadlineMs: number;
  /** What the handler's file holds. */
  handlerText: string;
  /** Kept files by their names. */
  snapshots: Record<string, SnapshotReading>;
  /** Numbers of the attempts that were restored. */
  restored: number[];
  /** Why a handler in play does not answer. */
  downtime?: Downtime;
  /** Why a lab runs on another port than wished for. */
  portNote?: string;
};

export function createMemoryServices({ hasWorkspace = true } = {}): MemoryServices {
  const events: NewProgressEvent[] = [];
  const watchers = new Set<() => void>();
  const places = new Map<string, string>();
  const quizzes = new Map<string, string>();
  let running: RunningServer | undefined;
  let runningId = 'predict';
  let ownChecks: OwnCheck[] = [];
  const labListeners = new Set<(event: ServerEvent) => void>();
  let workspace: WorkspaceState = hasWorkspace
    ? { kind: 'ready', folder: '/home/me/api-labs', mended: [] }
    : { kind: 'none', suggestedFolder: '/home/me/api-labs' };

  const services: MemoryServices = {
    events,
    handlerText: 'export default {};\n',
    deadlineMs: 10_000,
    snapshots: {},
    restored: [],
    copied: [],
    opened: [],
    sent: [],
    save: () => {
      for (const onSave of watchers) onSave();
    },
    nextVerdict: () => failedVerdict,
    labListener: (event) => {
      for (const listener of labListeners) listener(event);
    },
    version: '0.1.0',
    courseIndex,
    loadLesson: async (id) => find(lessons, id),
    loadLab: async () => lab,
    loadExercise: async (id) => find(exercises, id),
    search: async (...asked) =>
      createSearch(indexPassages({ lessons, labs: [lab], exercises }))(...asked),
    readProgress: () =>
      foldProgress(
        events.map((event): ProgressEvent => ({ ...event, at: '2026-01-01T00:00:00.000Z' })),
      ),
    record: (event) => events.push(event),
    progressWarning: () => undefined,
    readPlaces: (id) => readPlaces(asRead(places.get(id))),
    keepPlaces: (id, left) => {
      if (left === undefined) places.delete(id);
      else places.set(id, JSON.stringify(left));
    },
    readQuizzes: () =>
      [...quizzes.values()].flatMap((text) => {
        const quiz = readQuiz(asRead(text));
        return quiz === undefined ? [] : [{ ...quiz, at: '2026-01-01T17:42:00.000Z' }];
      }),
    keepQuiz: (wish, left) => {
      if (left === undefined) quizzes.delete(quizName(wish));
      else quizzes.set(quizName(wish), JSON.stringify(left));
    },
    isLeftKept: () => true,
    runningLabs: (): Record<string, RunningServer> =>
      running === undefined ? {} : { [runningId]: running },
    askLab: (...asked) => askLab(services, ...asked),
    connect: () => ({ send: () => {}, close: () => {} }),
    race: async () => {},
    startLab: async () => {
      runningId = 'predict';
      const server: RunningServer = {
        url: 'http://127.0.0.1:8000',
        port: 8000,
        ...(services.portNote !== undefined && { portNote: services.portNote }),
        output: () => '',
        ended: () => undefined,
        onEvent: (listener) => {
          labListeners.add(listener);
          return () => labListeners.delete(listener);
        },
        stop: async () => {
          running = undefined;
        },
      };
      running = server;
      return { kind: 'running', server };
    },
    startPlay: async (play) => {
      const result = await services.startLab(lab);
      if (result.kind !== 'running') return result;
      const server: RunningServer = {
        ...result.server,
        onEvent: (listener) => {
          listener({ kind: 'serving', isRestart: false });
          return result.server.onEvent(listener);
        },
        settled: async () => services.downtime,
      };
      running = server;
      runningId = play.file;
      return { kind: 'running', server };
    },
    send: async (_url, request) => {
      services.sent.push(request);
      const exchange: Exchange = { request, response: answer(request), durationMs: 4 };
      services.labListener({ kind: 'exchange', exchange });
      return exchange;
    },
    grade: async (_exercise, _target, { onStep, signal }) => {
      onStep?.({ kind: 'starting', deadlineMs: services.deadlineMs });
      onStep?.({ kind: 'checking' });
      onStep?.({ kind: 'check-finished', title: 'answers 200 for two numbers', status: 'passed' });
      return services.nextVerdict(signal);
    },
    watchFile: (_file, onSave) => {
      watchers.add(onSave);
      return () => watchers.delete(onSave);
    },
    workspace: () => workspace,
    createWorkspace: async (folder) => {
      workspace = { kind: 'ready', folder, mended: [] };
      return { isOk: true, message: `Made ${folder}.` };
    },
    openExercise: async (exercise) => {
      if (workspace.kind === 'none') return { problem: 'There is no workspace yet.' };
      const folder = `${workspace.folder}/${exercise.id}`;
      return { folder, handlerFile: `${folder}/handler.ts`, taskFile: `${folder}/task.md` };
    },
    resetExercise: async () => ({ isOk: true, message: 'The starter is back; your file is kept.' }),
    gradeAttempt: createGradeAttempt({
      grade: (...request) => services.grade(...request),
      keep: async () => {
        const snapshot = Object.keys(services.snapshots).length.toString(16).padStart(16, '0');
        services.snapshots[snapshot] = { kind: 'kept', text: services.handlerText };
        return { kind: 'kept', snapshot };
      },
      record: (event) => services.record(event),
    }),
    readSnapshot: async (_exercise, snapshot) =>
      services.snapshots[snapshot] ?? { kind: 'missing' },
    restoreAttempt: async (_exercise, number) => {
      services.restored.push(number);
      return { isOk: true, message: `Your handler is the file of attempt ${number} again.` };
    },
    readFile: async () => services.handlerText,
    readOwnChecks: async () => ({ file: '/home/me/api-labs/my-checks.json', checks: ownChecks }),
    keepOwnCheck: async (_file, _exercise, check) => {
      const id = nextOwnId(ownChecks);
      ownChecks = [...ownChecks, { id, ...check }];
      return { isOk: true, message: `Kept as ${id} in my-checks.json.` };
    },
    dropOwnCheck: async (_file, id) => {
      ownChecks = ownChecks.filter((check) => check.id !== id);
      return { isOk: true, message: `Dropped ${id}.` };
    },
    openInBrowser: async (url) => {
      services.opened.push(url);
      return { isOk: true, message: `Opened ${url}.` };
    },
    editor: (file) => ({
      kind: 'window',
      name: 'code',
      open: async () => {
        services.opened.push(file);
        return { isOk: true, message: 'Opened in code.' };
      },
    }),
    copyToClipboard: async (text) => {
      services.copied.push(text);
      return { isOk: true, message: 'Copied.' };
    },
  };
  return services;
}

/** What was kept, as the next session reads it. */
function asRead(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

function find<Item extends { id: string }>(items: Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}

function reply(status: number, json: Json): Reply {
  const body = JSON.stringify(json);
  return { status, headers: { 'content-type': 'application/json' }, body, json };
}

function answer({ path, body }: PreparedRequest): Reply {
  if (path !== '/predict') return reply(404, { detail: 'Not Found' });
  if (body?.includes('feature2')) return reply(200, { prediction: 1 });
  const entry = { type: 'missing', loc: ['body', 'feature2'], msg: 'Field required' };
  return reply(422, { detail: [{ ...entry, input: { feature1: '1.5' } }] });
}

const request: PreparedRequest = {
  method: 'POST',
  path: '/predict',
  headers: { 'content-type': 'application/json' },
  body: '{"feature1": null}',
};

function passedCheck(id: string, title: string): CheckResult {
  const hints = ['nudge', 'question', 'shape'];
  return {
    id,
    title,
    status: 'passed',
    message: '',
    hints,
    lesson: 'validation/see',
    exchanges: [],
  };
}

const failedCheck: CheckResult = {
  id: 'names-every-field',
  title: 'names every bad field, not only the first',
  status: 'failed',
  message: 'the status: expected 422, received 400',
  hints: [
    'How many issues does Zod give you, and how many do you pass on?',
    'What does issues[0] leave out?',
    'Map over all issues and answer with the list.',
  ],
  lesson: 'validation/see',
  exchanges: [{ request, response: reply(400, { detail: 'bad' }), durationMs: 3 }],
  expected: 422,
  received: 400,
};

const shared = {
  schemaVersion: 1,
  exercise: 'predict/answer-422',
  seed: 4711,
  durationMs: 84,
  target: { kind: 'file', file: '/home/me/api-labs/predict/answer-422/handler.ts' },
  remedy: '',
  output: '',
} as const;

export const failedVerdict: Verdict = {
  ...shared,
  status: 'failed',
  message: '1 of 2 checks passed.',
  checks: [passedCheck('answers', 'answers 200 for two numbers'), failedCheck],
};

export const passedVerdict: Verdict = {
  ...shared,
  status: 'passed',
  message: 'All 2 checks passed.',
  checks: [
    passedCheck('answers', 'answers 200 for two numbers'),
    passedCheck('names-every-field', 'names every bad field, not only the first'),
  ],
};
