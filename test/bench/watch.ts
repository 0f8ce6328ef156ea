import { copyFile, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { childProcesses } from '../e2e/processes.ts';
import { runInTerminal, type TerminalRun } from '../e2e/terminal.ts';
import { processorMs, residentBytes } from './processes.ts';

export type WatchFigures = {
  /** Milliseconds from a save to its verdict on screen, one per save. */
  ours: number[];
  /** The same of `vitest --watch` on ten in-process tests of the same handlers. */
  vitest: number[];
  /** Of all processes together while nothing is saved. */
  memoryMb: number;
  /** Share of one processor that all processes together take while nothing is saved, in percent. */
  idlePercent: number;
};

export type WatchOptions = {
  packageRoot: string;
  /** The installed program. */
  bin: string;
  /** An empty folder, for the workspace and for Vitest's project. */
  folder: string;
  saves: number;
};

const idleMs = 5000;
/** People look at a verdict before they save again; meanwhile both watchers get ready for it. */
const betweenSavesMs = 400;

/** Saves a handler again and again in front of both watchers, in turn, and times what they show. */
export async function measureWatching(options: WatchOptions): Promise<WatchFigures> {
  const { packageRoot, saves } = options;
  const exercise = join(packageRoot, 'labs/50-predict/20-answer-422');
  const right = await readFile(join(exercise, 'solution.ts'), 'utf8');
  const wrong = await readFile(join(exercise, 'wrong/answers-400.ts'), 'utf8');
  const ours = await watchOurs(options);
  const vitest = await watchVitest(options, right);
  try {
    const times: Pick<WatchFigures, 'ours' | 'vitest'> = { ours: [], vitest: [] };
    // The first saves warm both up.
    for (let save = -4; save < saves; save += 1) {
      const isRight = save % 2 === 0;
      for (const watcher of [ours, vitest] as const) {
        const startedAt = performance.now();
        await writeFile(watcher.handlerFile, isRight ? right : wrong);
        await watcher.run.waitFor(isRight ? watcher.passedText : watcher.failedText);
        const elapsedMs = performance.now() - startedAt;
        if (save >= 0) times[watcher === ours ? 'ours' : 'vitest'].push(elapsedMs);
        await wait(betweenSavesMs);
      }
    }
    const processes = [ours.run.pid, ...(await childProcesses(ours.run.pid))];
    const before = await processorMs(processes);
    await wait(idleMs);
    const idlePercent = (((await processorMs(processes)) - before) / idleMs) * 100;
    const memoryMb = (await residentBytes(processes)) / 1e6;
    return { ...times, memoryMb, idlePercent };
  } finally {
    for (const { run } of [ours, vitest]) {
      run.kill('SIGTERM');
      await run.exited;
    }
  }
}

type Watcher = {
  run: TerminalRun;
  handlerFile: string;
  passedText: string | RegExp;
  failedText: string | RegExp;
};

async function watchOurs({ bin, folder }: WatchOptions): Promise<Watcher> {
  const run = runInTerminal(process.execPath, [bin], {
    cwd: folder,
    env: { API_LABS_HOME: join(folder, 'home') },
  });
  await run.waitFor('Press Enter to make it');
  run.press('\r');
  await run.waitFor('Your workspace is ready');
  run.press('/');
  await run.waitFor('Search');
  run.press('Answer 422 like FastAPI');
  await run.waitFor(/Answer 422 like FastAPI[\s\S]*Answer 422 like FastAPI/);
  run.press('\r');
  await run.waitFor('each save is graded');
  const handlerFile = join(folder, 'api-labs/predict/answer-422/handler.ts');
  return { run, handlerFile, passedText: '✔ passed   ', failedText: '✘ failed   ' };
}

async function watchVitest({ packageRoot, folder }: WatchOptions, text: string): Promise<Watcher> {
  const project = join(folder, 'vitest');
  const fixtures = join(packageRoot, 'test/bench/fixtures');
  await mkdir(project, { recursive: true });
  await symlink(join(packageRoot, 'node_modules'), join(project, 'node_modules'));
  await writeFile(join(project, 'package.json'), '{"type": "module"}\n');
  await copyFile(join(fixtures, 'vitest.config.ts'), join(project, 'vitest.config.ts'));
  const tests = await readFile(join(fixtures, 'ten.test.ts'), 'utf8');
  await writeFile(
    join(project, 'ten.test.ts'),
    tests.replace(/from '[^']*solution\.ts'/, "from './handler.ts'"),
  );
  const handlerFile = join(project, 'handler.ts');
  await writeFile(handlerFile, text);
  const cli = join(packageRoot, 'node_modules/vitest/vitest.mjs');
  const run = runInTerminal(process.execPath, [cli, 'watch'], { cwd: project });
  await run.waitFor('Waiting for file changes');
  return { run, handlerFile, passedText: /10 passed/, failedText: /[1-9] failed/ };
}
