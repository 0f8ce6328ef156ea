import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { childProcesses, isAlive } from './processes.ts';
import { runInTerminal, type TerminalRun } from './terminal.ts';

const packageRoot = resolve(import.meta.dirname, '../..');
const program = join(packageRoot, 'dist/bin.cjs');
const handlers = join(packageRoot, 'test/grader/handlers');

/** Saved one after another while the exercise is on screen, with what its verdict shows then. */
const saves: [file: string, shown: string][] = [
  ['hostile/exits/exit-in-route.ts', 'process.exit(0) was called'],
  ['hostile/loops/in-route.ts', 'was not answered within'],
  ['hostile/exits/kill-parent.ts', 'may end only itself'],
  ['hostile/memory/buffers-at-load.ts', 'used up its memory'],
  ['hostile/forged/garbage-on-every-descriptor.ts', '0 of 7 checks'],
  ['hostile/modules/missing-export-of-package.ts', 'which does not export it'],
  ['hostile/throws/proxy.ts', 'cannot be read'],
  ['hostile/forged/terminal-codes.ts', 'the screen is gone'],
  ['hostile/loops/in-fetch-getter.ts', 'did not start within'],
  ['passing.ts', '✔ passed   7 of 7 checks'],
];

let learner: string;
let app: TerminalRun | undefined;

beforeEach(() => {
  learner = mkdtempSync(join(tmpdir(), 'api-labs-hostile-'));
});

afterEach(async () => {
  if (app !== undefined && isAlive(app.pid)) {
    app.kill('SIGKILL');
    await app.exited;
  }
  rmSync(learner, { recursive: true, force: true });
});

test('the app on screen shows the verdict of every hostile save, and still answers keys', async () => {
  const env = { API_LABS_HOME: join(learner, 'home'), EDITOR: undefined, VISUAL: undefined };
  execFileSync(process.execPath, [program, 'init'], {
    cwd: learner,
    env: { ...process.env, ...env },
  });
  const handler = join(learner, 'api-labs/predict/type-the-input/handler.ts');
  const run = runInTerminal(process.execPath, [program], { cwd: learner, env });
  app = run;
  await run.waitFor('LESSONS');
  run.press('/');
  await run.waitFor('Search');
  run.press('Type the input');
  await run.waitFor(/Type the input[\s\S]*Type the input/);
  run.press('\r');
  await run.waitFor('each save is graded');
  run.press('g');
  await run.waitFor('✘ failed');
  for (const [file, shown] of saves) {
    copyFileSync(join(handlers, file), handler);
    await run.waitFor(wrapped(shown), 60_000);
    run.press('?');
    await run.waitFor('This screen: Exercise');
    run.press('?');
    await run.waitFor(wrapped(shown));
  }
  rmSync(handler);
  await run.waitFor(wrapped('There is no file'));
  writeFileSync(handler, 'export default () => new Response("back", { status: 418 });\n');
  await run.waitFor('418');
  const children = await childProcesses(run.pid);
  run.press('q');
  expect(await run.exited).toBe(0);
  expect(children.filter(isAlive)).toEqual([]);
}, 300_000);

/** A text as the screen may break it, with the scroll bar in between. */
function wrapped(text: string): RegExp {
  const words = text.split(' ').map((word) => word.replaceAll(/[^\w ]/g, '\\$&'));
  return new RegExp(words.join('[\\s█│]+'));
}
