import { askLab } from '../../src/cli/ask-lab.ts';
import { createGradeAttempt } from '../../src/cli/grade-attempt.ts';
import type { Context } from '../../src/commands/context.ts';
import { runCommand } from '../../src/commands/run-command.ts';
import { createSearch } from '../../src/course/search/search.ts';
import { indexPassages } from '../../src/course/search/search-index.ts';
import { type Course, type Exercise, indexCourse, type Lesson } from '../../src/model/course.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import type { OwnChecks } from '../../src/model/own-check.ts';
import type { Play } from '../../src/model/play.ts';
import {
  foldProgress,
  type NewProgressEvent,
  type ProgressEvent,
} from '../../src/model/progress.ts';
import type { RunningServer, ServerEvent, StartResult } from '../../src/model/server.ts';
import type { SnapshotReading } from '../../src/model/snapshot.ts';
import type { CheckResult, Target, Verdict } from '../../src/model/verdict.ts';
import type { WorkspaceState } from '../../src/ui/services.ts';

const at = '2026-11-24T08:00:00.000Z';

function makeExercise(id: string, title: string): Exercise {
  const line = (text: string) => [[{ text, kind: 'plain' as const }]];
  return {
    id,
    title,
    minutes: 5,
    path: id === 'predict/answer-422' ? 'week' : 'properly',
    mistakes: 4,
    lab: 'predict',
    lesson: 'validation',
    task: [],
    taskMarkdown: '',
    starter: { name: 'starter.ts', text: 'start\n' },
    solution: {
      name: 'solution.ts',
      text: 'solved\n',
      code: { language: 'typescript', lines: line('solved') },
    },
    solutionPython: {
      name: 'solution.py',
      text: 'solved_in_python\n',
      code: { language: 'python', lines: line('solved_in_python') },
    },
    assets: [],
    asksForTypes: false,
    checksFile: `/course/labs/${id}/checks.ts`,
  };
}

function makeLesson(number: number, id: string, title: string, exercises: string[]): Lesson {
  const paragraph = (text: string) => [
    { kind: 'paragraph' as const, text: [{ text, style: 'plain' as const }] },
  ];
  return {
    id,
    number,
    title,
    summary: `About ${id}.`,
    minutes: 5,
    path: id === 'docs' ? 'tomorrow' : 'week',
    lab: 'predict',
    exercises,
    beats: {
      say: paragraph('Say this.'),
      see: paragraph('See this.'),
      run: paragraph('Run this.'),
      build: paragraph('Build this.'),
      defend: paragraph('Defend this.'),
    },
    questions: [],
    cards: [],
    sources: [{ title: 'The docs', url: 'https://example.org/docs' }],
  };
}

const exercises = [
  makeExercise('predict/type-the-input', 'Type the input'),
  makeExercise('predict/answer-422', 'Answer 422'),
];
export const course: Course = {
  lessons: [
    makeLesson(1, 'docs', 'Automatic docs', []),
    makeLesson(
      2,
      'validation',
      'Validation',
      exercises.map(({ id }) => id),
    ),
  ],
  labs: [
    {
      id: 'predict',
      number: 1,
      title: 'The predict lab',
      summary: 'A model behind an API.',
      exercises,
      about: [],
      requests: [],
      serverFile: '/course/labs/predict/server.ts',
    },
  ],
  exercises,
};

/** A check as a verdict holds it. */
export function checkResult(id: string, status: CheckResult['status']): CheckResult {
  return {
    id,
    title: `checks ${id}`,
    status,
    message: status === 'passed' ? '' : `the status: expected 422, received 200`,
    hints: ['a nudge', 'a question', 'a shape\nwith two lines'],
    lesson: 'validation/see',
    exchanges: [],
  };
}

export function makeVerdict(status: Verdict['status'], checks: CheckResult[] = []): Verdict {
  return {
    schemaVersion: 1,
    exercise: 'predict/answer-422',
    status,
    seed: 4711,
    durationMs: 84,
    target: { kind: 'file', file: '/home/ada/api-labs/predict/answer-422/handler.ts' },
    message: `It is ${status}.`,
    remedy: status === 'passed' ? '' : 'Look again.',
    checks,
    output: '',
  };
}

/** A world in memory: what happens in it can be set, what was asked of it can be read. */
export function createWorld() {
  const labListeners = new Set<(event: ServerEvent) => void>();
  const watchers = new Set<() => void>();
  const server: RunningServer = {
    url: 'http://127.0.0.1:8000',
    port: 8000,
    output: () => '',
    ended: () => undefined,
    onEvent: (listener) => {
      labListeners.add(listener);
      queueMicrotask(() => world.onWatch());
      return () => labListeners.delete(listener);
    },
    stop: async () => {
      world.stopped += 1;
    },
  };
  const world = {
    out: '',
    /** What is piped in, line by line; each prompt takes one. */
    input: [] as string[],
    err: '',
    stopped: 0,
    mutants: [] as string[],
    isUnusable: (_mutant: string) => false,
    events: [] as NewProgressEvent[],
    played: [] as { play: Play; port: number | undefined }[],
    ownChecks: { file: '/home/ada/my-checks.json', checks: [] } as OwnChecks,
    graded: [] as { exercise: string; target: Target }[],
    opened: [] as unknown[],
    files: {} as Record<string, string>,
    snapshots: {} as Record<string, SnapshotReading>,
    restored: [] as number[],
    verdict: (_target: Target): Verdict => makeVerdict('passed', [checkResult('starts', 'passed')]),
    labStart: { kind: 'running', server } as StartResult,
    labPort: undefined as number | undefined,
    workspace: {
      kind: 'ready',
      folder: '/home/ada/api-labs',
      mended: [],
    } as WorkspaceState,
    warning: undefined as string | undefined,
    ending: new AbortController(),
    tell: (event: ServerEvent) => {
      for (const listener of [...labListeners]) listener(event);
    },
    save: () => {
      for (const onSave of [...watchers]) onSave();
    },
    watcherCount: () => watchers.size,
    onWrite: (_text: string) => {},
    /** When somebody begins to listen to the server. */
    onWatch: () => {},
    context: undefined as unknown as Context,
    /** Types a command line and gives the exit code. */
    run: (...argv: string[]) => runCommand(argv, world.context),
  };
  world.context = {
    version: '0.1.0',
    cwd: '/home/ada',
    terminal: { isInteractive: false, columns: 80, isColoured: false, isUnicode: true },
    write: (text) => {
      world.out += text;
      world.onWrite(text);
    },
    writeError: (text) => {
      world.err += text;
    },
    readLine: async () => world.input.shift(),
    signal: world.ending.signal,
    openApp: async (start) => {
      world.opened.push(start);
      return 0;
    },
    saveFile: async (file, text, { mayReplace }) => {
      if (file in world.files && !mayReplace) return { kind: 'taken' };
      world.files[file] = text;
      return { kind: 'saved' };
    },
    probes: {
      nodeVersion: 'v24.21.0',
      packageRoot: '/opt/api-labs',
      log: () => ({ file: '/data/progress.jsonl', eventCount: 3, tornCount: 0, foreignCount: 0 }),
      brokenLinks: () => [],
      port: async () => undefined,
      child: async () => undefined,
      writing: async () => undefined,
      watching: async () => true,
      editor: () => 'code',
      browser: async () => 'xdg-open',
      clipboard: async () => 'wl-copy',
      python: async () => ({ kind: 'none' }),
    },
    sources: {
      defaultFolder: () => '/course',
      load: async () => ({ course, problems: [] }),
      listFiles: async (folder) =>
        Object.keys(world.files).filter((file) => file.startsWith(`${folder}/`)),
    },
    serveMutants: async (_exercise, _file, mutants) => {
      world.mutants = mutants.map(({ id }) => id);
      return {
        load: async (index) =>
          world.isUnusable(world.mutants[index] ?? '')
            ? undefined
            : `http://127.0.0.1:9/m/${index}`,
        stop: async () => {
          world.stopped += 1;
        },
      };
    },
    services: {
      version: '0.1.0',
      courseIndex: indexCourse(course),
      loadLesson: async (id) => find(course.lessons, id),
      loadLab: async (id) => find(course.labs, id),
      loadExercise: async (id) => find(course.exercises, id),
      search: async (...asked) => createSearch(indexPassages(course))(...asked),
      readProgress: () =>
        foldProgress(world.events.map((event): ProgressEvent => ({ at, ...event }))),
      record: (event) => world.events.push(event),
      progressWarning: () => world.warning,
      readPlaces: () => undefined,
      keepPlaces: () => {},
      readQuizzes: () => [],
      keepQuiz: () => {},
      isLeftKept: () => true,
      runningLabs: () => ({}),
      askLab: (...asked) => askLab(world.context.services, ...asked),
      connect: () => ({ send: () => {}, close: () => {} }),
      race: async () => {},
      startLab: async (_lab, port) => {
        world.labPort = port;
        return world.labStart;
      },
      startPlay: async (play, port) => {
        world.played.push({ play, port });
        return world.labStart;
      },
      send: async (_url, request): Promise<Exchange> => ({ request, durationMs: 1 }),
      grade: async (exercise, target) => {
        world.graded.push({ exercise: exercise.id, target });
        return { ...world.verdict(target), exercise: exercise.id, target };
      },
      gradeAttempt: createGradeAttempt({
        grade: (...request) => world.context.services.grade(...request),
        keep: async (_exercise, file) => {
          const text = world.files[file];
          if (text === undefined) return { kind: 'absent' };
          const snapshot = Object.keys(world.snapshots).length.toString(16).padStart(16, '0');
          world.snapshots[snapshot] = { kind: 'kept', text };
          return { kind: 'kept', snapshot };
        },
        record: (event) => world.context.services.record(event),
      }),
      readSnapshot: async (_exercise, snapshot) => world.snapshots[snapshot] ?? { kind: 'missing' },
      restoreAttempt: async (_exercise, number) => {
        world.restored.push(number);
        return { isOk: true, message: `Your handler is the file of attempt ${number} again.` };
      },
      watchFile: (_file, onSave) => {
        watchers.add(onSave);
        return () => watchers.delete(onSave);
      },
      workspace: () => world.workspace,
      createWorkspace: async (folder) => ({ isOk: true, message: `Made ${folder}.` }),
      openExercise: async ({ id }) => {
        const folder = `/home/ada/api-labs/${id}`;
        return { folder, handlerFile: `${folder}/handler.ts`, taskFile: `${folder}/task.md` };
      },
      resetExercise: async ({ id }) => ({ isOk: true, message: `${id} starts afresh.` }),
      readOwnChecks: async () => world.ownChecks,
      keepOwnCheck: async () => ({ isOk: true, message: 'Kept.' }),
      dropOwnCheck: async (_file, id) => {
        const left = world.ownChecks.checks.filter((check) => check.id !== id);
        const isOk = left.length < world.ownChecks.checks.length;
        world.ownChecks = { ...world.ownChecks, checks: left };
        return { isOk, message: isOk ? `Dropped ${id}.` : `There is no check ${id}.` };
      },
      readFile: async (file) => world.files[file],
      openInBrowser: async () => ({ isOk: true, message: '' }),
      editor: () => ({
        kind: 'none',
        name: 'none',
        open: async () => ({ isOk: false, message: '' }),
      }),
      copyToClipboard: async () => ({ isOk: true, message: '' }),
    },
  };
  return world;
}

function find<Item extends { id: string }>(items: Item[], id: string): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
}
