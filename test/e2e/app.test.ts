import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CourseIndex } from '../../src/model/course.ts';
import { type InstalledPackage, installPacked } from './installed.ts';
import { childProcesses, isAlive } from './processes.ts';
import { runInTerminal, type TerminalRun } from './terminal.ts';

const packageRoot = resolve(import.meta.dirname, '../..');
const keys = { enter: '\r', escape: '\x1b', down: '\x1b[B', right: '\x1b[C', controlC: '\x03' };

let installed: InstalledPackage;
let learner: string;
let app: TerminalRun | undefined;

function start(size: { columns?: number; rows?: number } = {}, args: string[] = []): TerminalRun {
  app = runInTerminal(process.execPath, [installed.bin, ...args], {
    cwd: learner,
    env: { API_LABS_HOME: join(learner, 'home'), EDITOR: undefined, VISUAL: undefined },
    ...size,
  });
  return app;
}

beforeAll(async () => {
  installed = await installPacked(packageRoot);
}, 300_000);

afterAll(() => installed?.remove());

beforeEach(async () => {
  learner = await mkdtemp(join(tmpdir(), 'api-labs-learner-'));
});

afterEach(async () => {
  if (app !== undefined && isAlive(app.pid)) {
    app.kill('SIGKILL');
    await app.exited;
  }
  await rm(learner, { recursive: true, force: true });
});

describe('the app, packed and installed, in a terminal of 80x24', () => {
  test('goes from an empty folder through a lesson and a lab to a passed exercise, and knows it tomorrow', async () => {
    const first = start();
    await first.waitFor('Press Enter to make it');
    first.press(keys.enter);
    await first.waitFor('Your workspace is ready');

    first.press(keys.enter);
    await first.waitFor('What FastAPI is · Say it');
    first.press(keys.enter);
    await first.waitFor('page 2 of');
    first.press('3');
    await first.waitFor('prediction 1 of');
    first.press(keys.enter);
    await first.waitFor(/you said/);
    await first.waitFor(/200 OK|422 Unprocessable Content/);

    first.press('H');
    await first.waitFor('LESSONS');
    first.press('/');
    await first.waitFor('Search');
    first.press('Answer 422 like FastAPI');
    await first.waitFor(/Answer 422 like FastAPI[\s\S]*Answer 422 like FastAPI/);
    first.press(keys.enter);
    await first.waitFor('each save is graded');
    first.press('g');
    await first.waitFor('✘ failed');
    first.press('h');
    await first.waitFor('Hint 1 of 3');
    const solution = join(packageRoot, 'labs/50-predict/20-answer-422/solution.ts');
    await cp(solution, join(learner, 'api-labs/predict/answer-422/handler.ts'));
    await first.waitFor(/✔ passed +(\d+) of \1 checks/);
    const children = await childProcesses(first.pid);
    expect(children.length).toBeGreaterThan(0);
    first.press('q');
    expect(await first.exited).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);

    const second = start();
    await second.waitFor('LESSONS');
    second.press(keys.enter);
    await second.waitFor(/What FastAPI is · Say it +page 2 of/);
    second.press('H');
    await second.waitFor('LESSONS');
    // The labs go on below the window, and the exercises of one are there when it is marked: this is the second.
    second.press(keys.down.repeat((await rowOfLab('predict')) + 2));
    await second.waitFor(/✔ Answer 422 like FastAPI +passed/);
    second.press(keys.controlC);
    await second.exited;
  }, 180_000);

  test('plays a handler through its saves, keeps a reply as a check and is graded by it', async () => {
    const exercise = join(packageRoot, 'labs/50-predict/20-answer-422');
    const handler = join(learner, 'handler.ts');
    await cp(join(exercise, 'solution.ts'), handler);
    const named = ['--exercise', 'predict/answer-422'];
    const run = start({}, ['lab', '--file', 'handler.ts', ...named]);
    await run.waitFor(/● http:\/\/127\.0\.0\.1:\d+/);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(run.screen())?.[0] ?? '';
    run.press(keys.enter);
    await run.waitFor('422 Unprocessable Content');
    run.press('a');
    await run.waitFor('this JSON body');
    run.press(keys.enter);
    await run.waitFor('Kept as mine-1');
    await writeFile(handler, 'const = 1;\n');
    await run.waitFor('handler.ts, line 1 has a syntax error.');
    await expect(fetch(url)).rejects.toThrow();
    await cp(join(exercise, 'right/by-hand.ts'), handler);
    await run.waitFor(`● ${url}`);
    expect((await fetch(url)).status).toBe(404);
    const children = await childProcesses(run.pid);
    run.press('q');
    expect(await run.exited).toBe(0);
    expect(children.filter(isAlive)).toEqual([]);

    const graded = start({}, ['grade', 'predict/answer-422', '--file', 'handler.ts']);
    await graded.waitFor('All 10 checks passed, and your own one too.');
    expect(await graded.exited).toBe(0);
  }, 120_000);

  test('SIGTERM ends the app and the lab it started, and gives the terminal back', async () => {
    const run = start({}, ['lab', 'predict']);
    await run.waitFor(/● http:\/\/127\.0\.0\.1:\d+/);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(run.screen())?.[0] ?? '';
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
    run.press('s');
    await run.waitFor('○ stopped');
    await expect.poll(() => fetch(url).catch(() => undefined)).toBeUndefined();
    run.press('s');
    await run.waitFor(`● ${url}`);
    expect((await fetch(`${url}/openapi.json`)).status).toBe(200);
    const children = await childProcesses(run.pid);
    run.kill('SIGTERM');
    expect(await run.exited).toBe(143);
    expect(children.filter(isAlive)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
    expect(run.screen()).not.toContain('REQUESTS');
  });

  test('a killed app leaves no server behind', async () => {
    const run = start({}, ['lab', 'predict']);
    await run.waitFor(/● http:\/\/127\.0\.0\.1:\d+/);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(run.screen())?.[0] ?? '';
    const children = await childProcesses(run.pid);
    run.kill('SIGKILL');
    await run.exited;
    await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });

  test('asks for a larger window below 60x18 and comes back when it has one', async () => {
    const run = start({ columns: 50, rows: 12 });
    await run.waitFor('at least 60x18');
    run.resize(60, 18);
    const shown = await run.waitFor('Press Enter to make it');
    expect(Math.max(...shown.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
    run.press('q');
    expect(await run.exited).toBe(0);
  });
});

/** How far below the first row of home (what is next, then the paths) a lab is, with the exercises of those above it, which are opened on the way. */
async function rowOfLab(id: string): Promise<number> {
  const file = join(packageRoot, 'dist/course/index.json');
  const { lessons, labs }: CourseIndex = JSON.parse(await readFile(file, 'utf8'));
  const above = labs.slice(
    0,
    labs.findIndex((lab) => lab.id === id),
  );
  return 2 + lessons.length + above.reduce((rows, lab) => rows + 1 + lab.exercises.length, 0);
}
