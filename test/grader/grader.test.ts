import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createGrader, type Grader } from '../../src/grader/grader.ts';
import type { GradeRequest, StartedTarget } from '../../src/grader/run-grade.ts';
import type { Json } from '../../src/model/exchange.ts';
import type { Target, Verdict } from '../../src/model/verdict.ts';
import { startCommand } from '../../src/servers/start-command.ts';
import { startHandler } from '../../src/servers/start-handler.ts';
import {
  descendants,
  guardFile,
  handlerFile,
  hostFile,
  packageRoot,
  runnerFile,
} from '../servers/spawned.ts';
import { findPython } from './find-python.ts';

const checksFile = join(packageRoot, 'labs/50-predict/10-type-the-input/checks.ts');
const exercise = { id: 'predict/type-the-input', checksFile };
const ownChecksFile = join(packageRoot, 'labs/kit/own-checks.ts');
const grader = createGrader({ runnerFile, ownChecksFile, requestDeadlineMs: 20_000 });
/** For targets that never answer: a busy machine makes a request slow, but none of these fast. */
const impatientGrader = createGrader({ runnerFile, requestDeadlineMs: 700 });
const folder = mkdtempSync(join(tmpdir(), 'api-labs-test-'));

async function startTarget(target: Target, signal: AbortSignal): Promise<StartedTarget> {
  if (target.kind === 'url') return target;
  if (target.kind === 'command') {
    return startCommand({
      ...target,
      guardFile,
      cwd: dirname(checksFile),
      deadlineMs: 10_000,
      signal,
    });
  }
  return startHandler({ file: target.file, hostFile, deadlineMs: 10_000, signal });
}

type Options = {
  seed?: number;
  deadlineMs?: number;
  checksFile?: string;
  by?: Grader;
  own?: GradeRequest['own'];
};
const grade = (target: Target, { by = grader, ...options }: Options = {}) =>
  by.grade({
    exercise: { ...exercise, ...options },
    target,
    startTarget,
    deadlineMs: 40_000,
    ...options,
  });
const gradeFile = (name: string) => grade({ kind: 'file', file: handlerFile(name) });
const statuses = (verdict: Verdict) => verdict.checks.map(({ status }) => status);
const allPassed = Array.from({ length: 6 }, () => 'passed');

afterEach(async () => {
  await Promise.all([grader.settle(), impatientGrader.settle()]);
  // Only the graders' runners stay up between grades.
  expect(descendants().length, 'processes left').toBeLessThanOrEqual(2);
});
afterAll(async () => {
  await Promise.all([grader.close(), impatientGrader.close()]);
  rmSync(folder, { recursive: true });
  expect(descendants()).toEqual([]);
});

test.each(['passing.ts', 'slow-start.ts', 'flood.ts', 'common.cjs', 'fetch-function.mjs'])(
  '%s passes',
  async (name) => {
    const verdict = await gradeFile(name);
    expect(verdict).toMatchObject({ status: 'passed', message: 'All 6 checks passed.' });
    expect(statuses(verdict)).toEqual(allPassed);
  },
);

test('a failing handler: every check, what was compared, and where it threw', async () => {
  const verdict = await gradeFile('failing.ts');
  expect(verdict).toMatchObject({ status: 'failed', message: '3 of 6 checks passed.' });
  const typed = verdict.checks.find(({ id }) => id === 'refuses-a-missing-field');
  expect(typed).toMatchObject({
    message: 'the status: expected 400 or 422, received 500',
    expected: '400 or 422',
    received: 500,
    hintCase: 'validation-threw',
  });
  const notJson = verdict.checks.find(({ id }) => id === 'refuses-what-is-not-json');
  expect(notJson).toMatchObject({
    status: 'failed',
    hints: { length: 3 },
    exchanges: [
      {
        request: {
          method: 'POST',
          path: '/predict',
          body: expect.stringMatching(/^\{"feature1": \d+,$/),
        },
        response: { status: 500, body: 'Internal Server Error' },
      },
    ],
    thrown: {
      file: handlerFile('failing.ts'),
      line: 6,
      message: expect.stringMatching('SyntaxError'),
    },
  });
});

test('a seed draws the same inputs again, another one does not', async () => {
  const bodies = async (seed: number) => {
    const verdict = await grade({ kind: 'file', file: handlerFile('passing.ts') }, { seed });
    expect(verdict).toMatchObject({ seed, status: 'passed' });
    return verdict.checks.flatMap(({ exchanges }) => exchanges.map(({ request }) => request.body));
  };
  const first = await bodies(7);
  expect(await bodies(7)).toEqual(first);
  expect(await bodies(8)).not.toEqual(first);
});

test.each(['endless-in-handler.ts', 'never-answers.ts'])('%s is stuck', async (name) => {
  const verdict = await grade({ kind: 'file', file: handlerFile(name) }, { by: impatientGrader });
  expect(verdict).toMatchObject({
    status: 'stuck',
    message: expect.stringMatching(/^POST \/predict was not answered within [\d.]+ seconds?\.$/),
    stuck: { request: { method: 'POST', path: '/predict' } },
  });
  expect(statuses(verdict)).toEqual(['stuck', ...Array.from({ length: 5 }, () => 'skipped')]);
});

test('a handler that never starts is stuck at the deadline', async () => {
  const target = { kind: 'file', file: handlerFile('endless-at-load.ts') } as const;
  expect(await grade(target, { deadlineMs: 900 })).toMatchObject({
    status: 'stuck',
    stuck: { afterMs: 900 },
    checks: [],
  });
});

test('checks that take longer than the whole grade may are stuck', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const url = `http://127.0.0.1:${port}`;
  try {
    expect(await grade({ kind: 'url', url }, { deadlineMs: 5000 })).toMatchObject({
      status: 'stuck',
      message: 'The checks were not done within 5 seconds.',
    });
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});

test.each([
  ['exits-in-handler.ts', { line: 7, message: 'process.exit(3) was called' }],
  ['rejects-later.ts', { line: 7, message: 'too late' }],
  ['exits-at-load.ts', { line: 4 }],
  ['syntax-error.ts', { line: 4, file: handlerFile('syntax-error.ts') }],
  ['no-default-export.ts', undefined],
  ['nothing-there.ts', undefined],
])('%s is broken', async (name, error) => {
  const verdict = await gradeFile(name);
  expect(verdict.status).toBe('broken');
  if (error === undefined) expect(verdict.error).toBeUndefined();
  else expect(verdict.error).toMatchObject(error);
});

test('a thrown text fails the checks and is shown', async () => {
  const verdict = await gradeFile('throws-text.ts');
  expect(verdict.status).toBe('failed');
  expect(verdict.checks[0]?.thrown).toEqual({ message: 'threw "no model", not an Error' });
});

test('a file of checks that has none, or cannot be loaded, is never a pass', async () => {
  const target = { kind: 'file', file: handlerFile('passing.ts') } as const;
  const empty = join(folder, 'empty.ts');
  writeFileSync(empty, 'export {};\n');
  expect((await grade(target, { checksFile: empty })).status).toBe('broken');
  const failing = join(folder, 'failing.ts');
  writeFileSync(failing, "throw new Error('no checks here');\n");
  expect(await grade(target, { checksFile: failing })).toMatchObject({
    status: 'broken',
    message: 'The checks of predict/type-the-input could not be run: no checks here',
  });
  expect((await grade(target)).status).toBe('passed');
});

test('an aborted grade rejects, and the next one is not held up', async () => {
  const stop = new AbortController();
  const running = grader.grade({
    exercise,
    target: { kind: 'file', file: handlerFile('never-answers.ts') },
    startTarget,
    signal: stop.signal,
    onStep: (step) => step.kind === 'checking' && stop.abort(),
  });
  await expect(running).rejects.toThrow('aborted');
  expect((await gradeFile('passing.ts')).status).toBe('passed');
});

describe('other targets', () => {
  const node = JSON.stringify(process.execPath);

  test('a command', async () => {
    const server = JSON.stringify(handlerFile('command-server.mjs'));
    const verdict = await grade({ kind: 'command', command: `${node} ${server} {port}` });
    expect(statuses(verdict)).toEqual(allPassed);
  });

  test('a URL', async () => {
    const started = await startTarget(
      { kind: 'file', file: handlerFile('passing.ts') },
      AbortSignal.timeout(9000),
    );
    if (started.kind !== 'running') throw new Error('It did not start.');
    const verdict = await grade({ kind: 'url', url: `${started.server.url}/` });
    await started.server.stop();
    expect(verdict.status).toBe('passed');
    expect(await grade({ kind: 'url', url: started.server.url })).toMatchObject({
      status: 'broken',
      message: expect.stringContaining('the connection was refused'),
    });
  });

  const python = findPython('fastapi', 'uvicorn');
  test.skipIf(python === undefined)('uvicorn with the FastAPI solution', async () => {
    const command = `${JSON.stringify(python)} -m uvicorn solution:app --port {port}`;
    const verdict = await grade({ kind: 'command', command });
    expect(verdict.message).toBe('All 7 checks passed.');
  });
});

test("the learner's own checks are graded after those of the course, with what they compared", async () => {
  const request = {
    method: 'POST',
    path: '/predict',
    headers: { 'content-type': 'application/json' },
    body: '{"feature1": 1, "feature2": 2}',
  };
  const own = (id: string, expected: { status: number; json?: Json; text?: string }) => ({
    id,
    title: `your own check: ${id}`,
    lesson: 'validation',
    request,
    expect: expected,
  });
  const checks = [
    own('mine-1', { status: 200, json: { feature2: 2, feature1: 1 } }),
    own('mine-2', { status: 201 }),
    own('mine-3', { status: 200, json: { feature1: 1 } }),
  ];
  const target = { kind: 'file', file: handlerFile('passing.ts') } as const;
  const verdict = await grade(target, { own: { checks } });
  expect(statuses(verdict)).toEqual([...allPassed, 'passed', 'failed', 'failed']);
  expect(verdict.status).toBe('failed');
  expect(verdict.checks.at(-1)).toMatchObject({
    id: 'mine-3',
    isOwn: true,
    exchanges: [{ request: { path: '/predict' }, response: { status: 200 } }],
    expected: { feature1: 1 },
    received: { feature1: 1, feature2: 2 },
  });
  // The next grade has none of them left.
  expect(statuses(await grade(target))).toEqual(allPassed);
});
