import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { openAttempts } from './cli/attempts.ts';
import { openGrading } from './cli/grading.ts';
import { createMutantServing } from './cli/mutant-server.ts';
import { openServers } from './cli/servers.ts';
import type { AppStart, Context } from './commands/context.ts';
import { runCommand } from './commands/run-command.ts';
import { type CompiledCourse, openCompiledCourse } from './course/open-compiled.ts';
import { spawnRunnerChild } from './grader/runner-child.ts';
import { chooseEditor, findEditor } from './machine/editor.ts';
import { openInput } from './machine/input.ts';
import { openWebSocket } from './machine/open-web-socket.ts';
import { openOutput } from './machine/output.ts';
import { findOwnPackage } from './machine/package-root.ts';
import { readTerminal } from './machine/terminal.ts';
import { listExercises } from './model/course.ts';
import { explainFileFailure } from './model/error-code.ts';
import { once, onceEach } from './model/once.ts';
import { leftBeat } from './model/places.ts';
import { openLeftStore } from './store/left-store.ts';
import { leftFolder, progressFile, snapshotFolder } from './store/progress-file.ts';
import { openProgressStore } from './store/progress-store.ts';
import { openSnapshotStore } from './store/snapshot-store.ts';
import type { Screen } from './ui/screen.ts';
import type { Services } from './ui/services.ts';
import { brokenLinks } from './workspace/dependency-links.ts';
import { findWorkspace } from './workspace/find-workspace.ts';
import * as workspaces from './workspace/workspace.ts';

const { env } = process;
const cwd = process.cwd();
const own = findOwnPackage(import.meta.url);
const built = (name: string): string => join(own.root, 'dist', name);

// By far the longest part of a cold grade is loading Vitest: it begins before anything else does.
const startedRunner =
  process.argv[2] === 'grade' && !process.argv.includes('--help')
    ? spawnRunnerChild(built('runner.js'))
    : undefined;

const ending = new AbortController();
const closers = new Set<() => Promise<void>>();
if (startedRunner !== undefined) closers.add(async () => void startedRunner.kill('SIGKILL'));
let signalExitCode: number | undefined;
let outputExitCode: number | undefined;

const stderr = openOutput(process.stderr, () => {});
const stdout = openOutput(process.stdout, (failureCode) => {
  if (failureCode !== undefined) {
    stderr.write(`The output could not be written: ${explainFileFailure(failureCode)}.\n`);
    outputExitCode = 1;
  }
  ending.abort();
});
const terminal = readTerminal(process, env);
const store = openProgressStore({ file: progressFile(env), now: () => new Date() });

const snapshots = openSnapshotStore(snapshotFolder(env));

const left = openLeftStore({ folder: leftFolder(env), now: () => new Date() });
closers.add(async () => left.flush());

const logWarning = onceEach(() => store.warning() ?? snapshots.warning());
/** Of a disk that takes nothing at all the log has told. */
const leftWarning = onceEach(() =>
  store.logState().unsavedCount > 0 ? undefined : left.warning(),
);

const openCourse = once((): CompiledCourse => {
  const course = openCompiledCourse(own.root);
  if ('problem' in course) throw new Error(course.problem);
  return course;
});

const openIndex = once(async () => {
  const { openSearch } = await import('./course/search/open-search.ts');
  return openSearch(own.root);
});

const findOwnWorkspace = once(() => {
  const found = findWorkspace(cwd, store.read().workspace);
  if (found.kind === 'none') return found;
  return { ...found, mended: workspaces.mendWorkspace(found.folder, own.root) };
});

const addCloser = (close: () => Promise<void>): void => void closers.add(close);
const processes = { built, packageRoot: own.root, ending: ending.signal, addCloser };
const grading = openGrading({ ...processes, cwd, startedRunner });
const servers = openServers({
  ...processes,
  loadExercise: (id) => openCourse().loadExercise(id),
});

const readText: Services['readFile'] = (file) => readFile(file, 'utf8').catch(() => undefined);

const attempts = openAttempts({
  store,
  snapshots,
  grade: grading.grade,
  workspace: () => findOwnWorkspace(),
  readFile: readText,
});

const ownChecks = () => import('./workspace/own-checks-file.ts');

const services: Services = {
  version: own.version,
  get courseIndex() {
    return openCourse().index;
  },
  loadLesson: (id) => openCourse().loadLesson(id),
  loadLab: (id) => openCourse().loadLab(id),
  loadExercise: (id) => openCourse().loadExercise(id),
  search: async (...asked) => (await openIndex())(...asked),

  readProgress: store.read,
  record: store.record,
  progressWarning: () => logWarning() ?? leftWarning(),

  readPlaces: left.readPlaces,
  keepPlaces: left.keepPlaces,
  readQuizzes: left.readQuizzes,
  keepQuiz: left.keepQuiz,
  isLeftKept: () => left.warning() === undefined,

  ...servers,
  send: async (url, request, options) => {
    const { sendRequest } = await import('./machine/send-request.ts');
    return sendRequest(url, request, options);
  },

  askLab: async (...asked) => (await import('./cli/ask-lab.ts')).askLab(services, ...asked),

  connect: openWebSocket,
  race: async (...race) => (await openRacing()).run(...race),

  ...grading,
  ...attempts,

  workspace: () => findOwnWorkspace(),
  createWorkspace: async (folder) => {
    const { index, loadExercise } = openCourse();
    const exercises = await Promise.all(listExercises(index).map(({ id }) => loadExercise(id)));
    const outcome = workspaces.createWorkspace({ folder, packageRoot: own.root, exercises });
    findOwnWorkspace.forget();
    if (outcome.isOk) store.record({ kind: 'workspace', folder });
    return outcome;
  },
  openExercise: async (exercise) => {
    const workspace = findOwnWorkspace();
    if (workspace.kind === 'ready')
      return workspaces.openExerciseFolder(workspace.folder, exercise);
    return { problem: 'There is no workspace here. api-labs init makes one.' };
  },
  readOwnChecks: async (...about) => (await ownChecks()).readOwnChecks(...about),
  keepOwnCheck: async (...kept) => (await ownChecks()).keepOwnCheck(...kept),
  dropOwnCheck: async (...dropped) => (await ownChecks()).dropOwnCheck(...dropped),
  readFile: readText,

  openInBrowser: async (url) => {
    const { openInBrowser } = await import('./machine/browser.ts');
    return openInBrowser(env, url);
  },
  editor: (file) => findEditor(env, file),
  copyToClipboard: async (text) => {
    const { copyToClipboard } = await import('./machine/clipboard.ts');
    return copyToClipboard(env, text, process.stdout.isTTY ? stdout.write : undefined);
  },
};

const probes = () => import('./machine/probes.ts');

const openRacing = once(async () => {
  const { openRace } = await import('./cli/race.ts');
  const findPython = async () => {
    const found = await (await probes()).findPython(env, cwd);
    if (found.kind === 'ready') return { command: found.command };
    return {
      problem:
        found.kind === 'none'
          ? 'There is no Python here to run it.'
          : `${found.command} has no FastAPI: python3 -m venv .venv, then .venv/bin/pip install fastapi uvicorn.`,
    };
  };
  return { run: openRace({ built, findPython: once(findPython), addCloser }) };
});

const context: Context = {
  version: own.version,
  cwd,
  terminal,
  write: stdout.write,
  writeError: stderr.write,
  readLine: openInput(process.stdin, stdout.write, ending.signal),
  signal: ending.signal,
  services,
  openApp,
  saveFile: async (...saved) => (await import('./machine/save-file.ts')).saveFile(...saved),
  probes: {
    nodeVersion: process.version,
    packageRoot: own.root,
    log: store.logState,
    brokenLinks,
    port: async () => (await probes()).probePort(),
    child: async () => (await probes()).probeChild(),
    writing: async () => (await probes()).probeWriting(progressFile(env)),
    watching: async (folder) => (await probes()).probeWatching(folder),
    editor: () => {
      const choice = chooseEditor(env, '');
      return choice.kind === 'none' ? undefined : choice.command;
    },
    browser: async () => (await import('./machine/browser.ts')).findBrowserOpener(env),
    clipboard: async () => (await import('./machine/clipboard.ts')).findClipboard(env),
    python: async () => (await probes()).findPython(env, cwd),
  },
  sources: {
    defaultFolder: () => {
      const isInstalled = own.root.split(sep).includes('node_modules');
      const candidates = isInstalled ? [cwd] : [cwd, own.root];
      return candidates.find((folder) =>
        ['lessons', 'labs'].every((name) => existsSync(join(folder, name))),
      );
    },
    load: async (folder) => (await import('./course/load.ts')).loadCourse(folder),
    listFiles: async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return names.sort().map((name) => join(folder, name));
    },
  },
  serveMutants: createMutantServing(processes),
};

async function openApp(start: AppStart): Promise<number> {
  const { runApp } = await import('./ui/run-app.tsx');
  if (start.kind === 'lab' && start.port !== undefined) {
    const result = await services.startLab(await services.loadLab(start.id), start.port);
    if (result.kind !== 'running') {
      stderr.write(`${result.message} ${'remedy' in result ? result.remedy : ''}\n`);
      return 1;
    }
  }
  if (start.kind === 'play') {
    const result = await services.startPlay(start.play, start.port);
    if (result.kind !== 'running') {
      stderr.write(`${result.message} ${result.remedy}\n`);
      return result.kind === 'broken' ? 2 : 1;
    }
  }
  await runApp({
    services,
    stdin: process.stdin,
    stdout: process.stdout,
    initialScreen: screenOf(start),
  });
  return Number(process.exitCode ?? 0);
}

function screenOf(start: AppStart): Screen | undefined {
  switch (start.kind) {
    case 'home':
      return undefined;
    case 'lesson':
      return { name: 'lesson', id: start.id, beat: leftBeat(left.readPlaces(start.id)) ?? 'say' };
    case 'lab':
      return { name: 'lab', id: start.id };
    case 'race':
      return { name: 'race', id: start.id };
    case 'quiz': {
      const { topic = '', path, level, count, seed } = start;
      return { name: 'quiz', id: topic, path, level, count, seed };
    }
    case 'play':
      return { name: 'play', id: start.play.file, exercise: start.play.exercise };
    default:
      return start satisfies never;
  }
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
for (const [name, exitCode] of Object.entries(signals)) {
  process.on(name, () => {
    // A second signal does not wait for anything.
    if (signalExitCode !== undefined) process.exit(exitCode);
    signalExitCode = exitCode;
    ending.abort();
  });
}
process.on('uncaughtException', (error) => void end(reportOwnBug(error)));

/** Stops every server and child, lets the output go out, and ends the program. */
async function end(exitCode: number): Promise<never> {
  ending.abort();
  await Promise.allSettled([...closers].map((close) => close()));
  await Promise.all([stdout.flush(), stderr.flush()]);
  process.exit(signalExitCode ?? outputExitCode ?? exitCode);
}

/** One line for a failure that is not the learner's; all of it with API_LABS_DEBUG=1. */
function reportOwnBug(error: unknown): number {
  const isDebugging = (env.API_LABS_DEBUG ?? '') !== '';
  const message = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
  const detail = error instanceof Error ? error.stack : String(error);
  stderr.write(
    isDebugging
      ? `${detail}\n`
      : `api-labs ${own.version} had to stop: ${message}\nIf that is no fault of your setup, please report it with what API_LABS_DEBUG=1 api-labs prints.\n`,
  );
  return 70;
}

try {
  await end(await runCommand(process.argv.slice(2), context));
} catch (error) {
  // Work that was cut short because the program ends is no failure.
  await end(ending.signal.aborted ? 0 : reportOwnBug(error));
}
