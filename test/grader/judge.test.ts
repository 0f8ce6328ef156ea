import { describe, expect, test } from 'vitest';
import { type GradeReport, judge } from '../../src/grader/judge.ts';
import type { CheckRecord } from '../../src/grader/run-report.ts';
import type { ServerEvent } from '../../src/model/server.ts';
import type { CheckResult } from '../../src/model/verdict.ts';

const request = { method: 'POST', path: '/predict', headers: {}, body: '{}' };

function record(id: string, change: Partial<CheckRecord> = {}): CheckRecord {
  return {
    id,
    title: `title of ${id}`,
    lesson: 'validation/see',
    hints: ['a', 'b', 'c'],
    outcome: 'passed',
    exchanges: [{ request, response: { status: 200, headers: {}, body: '' }, durationMs: 3 }],
    ...change,
  };
}

function verdictOf(checks: CheckRecord[], change: Partial<GradeReport> = {}) {
  return judge({
    exercise: 'predict/one',
    target: { kind: 'file', file: '/x/handler.ts' },
    seed: 4711,
    durationMs: 84,
    run: { checks, problems: [] },
    events: [],
    output: 'printed',
    ...change,
  });
}

const failed = (status = 500): Partial<CheckRecord> => ({
  outcome: 'failed',
  failure: { message: 'the status: expected 200, received 500', expected: 200, received: 500 },
  exchanges: [{ request, response: { status, headers: {}, body: '' }, durationMs: 3 }],
});

test('all checks passed', () => {
  expect(verdictOf([record('a'), record('b')])).toMatchObject({
    schemaVersion: 1,
    exercise: 'predict/one',
    status: 'passed',
    durationMs: 84,
    message: 'All 2 checks passed.',
    output: 'printed',
    checks: [{ id: 'a', status: 'passed', message: '' }, { id: 'b' }],
  });
});

test('what follows from an earlier failure names it, unless it threw elsewhere', () => {
  const threw = (line: number): ServerEvent => ({
    kind: 'threw',
    method: 'POST',
    path: '/predict',
    error: { message: 'boom', file: '/x/handler.ts', line },
  });
  const checks = [record('a', failed()), record('b', failed()), record('c', failed())];
  const followsFrom = (events: ServerEvent[]) =>
    verdictOf(checks, { events }).checks.map((check) => check.followsFrom);
  expect(followsFrom([])).toEqual([undefined, 'a', 'a']);
  expect(followsFrom([threw(3), threw(5), threw(3)])).toEqual([undefined, undefined, 'a']);
});

test('a failed check keeps what was compared', () => {
  const verdict = verdictOf([record('a'), record('b', failed())]);
  expect(verdict).toMatchObject({
    status: 'failed',
    message: '1 of 2 checks passed.',
    remedy: 'Begin with the first that failed: title of b.',
  });
  expect(verdict.checks[1]).toEqual({
    id: 'b',
    title: 'title of b',
    status: 'failed',
    message: 'the status: expected 200, received 500',
    hints: ['a', 'b', 'c'],
    lesson: 'validation/see',
    exchanges: record('b', failed()).exchanges,
    expected: 200,
    received: 500,
  });
});

test('no check is never a pass', () => {
  expect(verdictOf([])).toMatchObject({
    status: 'broken',
    message: 'The checks of predict/one could not be run.',
  });
  expect(verdictOf([], { run: { checks: [], problems: ['no such file'] } })).toMatchObject({
    status: 'broken',
    message: 'The checks of predict/one could not be run: no such file',
  });
});

test('a problem of the run is not hidden by checks that passed', () => {
  const run = { checks: [record('a')], problems: ['the worker died'] };
  expect(verdictOf([], { run }).status).toBe('broken');
});

test('a check that was not reached keeps the verdict from passing', () => {
  const verdict = verdictOf([record('a'), record('b', { outcome: undefined, exchanges: [] })]);
  expect(verdict.status).toBe('failed');
  expect(verdict.checks[1]).toMatchObject({ status: 'skipped', message: 'It was not run.' });
});

test('a WebSocket that fell silent is told in its own words, with what was thrown', () => {
  const failure = 'GET /ws: no message came within 2.5 seconds after "hi".';
  const request = { method: 'GET', path: '/ws', headers: { upgrade: 'websocket' }, body: 'hi' };
  const response = { status: 101, headers: {}, body: '' };
  const exchanges = [{ request, response, durationMs: 2512, failure }];
  const silent = record('a', { outcome: 'stuck', failure: { message: failure }, exchanges });
  const error = { message: 'no such word', file: '/h/handler.ts', line: 3 };
  const threw = { kind: 'threw', method: 'GET', path: '/ws', error } as const;
  expect(verdictOf([silent], { events: [threw] })).toMatchObject({
    status: 'stuck',
    message: failure,
    error,
    stuck: { request, afterMs: 2512 },
  });
});

test('stuck names the request and how long it was waited for', () => {
  const failure = 'POST /predict was not answered within 2.5 seconds.';
  const exchanges = [{ request, durationMs: 2501, failure }];
  const stuck = record('a', { outcome: 'stuck', failure: { message: failure }, exchanges });
  expect(verdictOf([stuck, record('b', { outcome: 'skipped' })])).toMatchObject({
    status: 'stuck',
    message: 'POST /predict was not answered within 2.5 seconds.',
    stuck: { request, afterMs: 2501 },
  });
});

test('the deadline of the whole grade', () => {
  expect(verdictOf([record('a')], { deadlineAfterMs: 10_000 })).toMatchObject({
    status: 'stuck',
    message: 'The checks were not done within 10 seconds.',
    stuck: { afterMs: 10_000 },
  });
});

test('a deadline that no check was in time for is not put down to the handler', () => {
  expect(verdictOf([], { deadlineAfterMs: 10_000 })).toMatchObject({
    status: 'broken',
    message: 'The checks could not begin within 10 seconds: this machine is too busy.',
  });
});

describe('a target that did not come up', () => {
  const failedTarget = { message: 'It has a syntax error.', remedy: 'Correct it.', afterMs: 40 };
  test.each([
    ['broken', 'broken'],
    ['port-taken', 'broken'],
    ['stuck', 'stuck'],
  ] as const)('%s', (kind, status) => {
    const error = { message: 'x', line: 4 };
    const change = { failedTarget: { kind, ...failedTarget, error }, run: undefined };
    expect(verdictOf([], change)).toMatchObject({
      status,
      message: 'It has a syntax error.',
      remedy: 'Correct it.',
      error,
      checks: [],
    });
  });
});

test('a target that died while it was graded is broken, with its error', () => {
  const error = { message: 'process.exit(3) was called', file: '/x/handler.ts', line: 7 };
  const ended: ServerEvent = { kind: 'ended', exitCode: 3, signal: null, error };
  expect(verdictOf([record('a'), record('b', failed())], { events: [ended] })).toMatchObject({
    status: 'broken',
    message:
      'handler.ts ended with exit code 3 while it was graded: process.exit(3) was called, in line 7.',
    error,
  });
});

test('a URL where nobody answers is broken', () => {
  const failure = 'POST /predict: the connection was refused, nothing listens there.';
  const exchanges = [{ request, durationMs: 1, failure, isUnreachable: true as const }];
  const target = { kind: 'url', url: 'http://127.0.0.1:9' } as const;
  const checks = ['a', 'b'].map((id) => record(id, { outcome: 'failed', exchanges }));
  expect(verdictOf(checks, { target })).toMatchObject({
    status: 'broken',
    message: `No request to http://127.0.0.1:9 was answered. ${failure}`,
  });
});

test('a server whose replies cannot be read is there: its checks failed', () => {
  const failure = 'POST /predict: the connection was closed in the middle of the reply.';
  const exchanges = [{ request, durationMs: 1, failure }];
  const checks = ['a', 'b'].map((id) => record(id, { outcome: 'failed', exchanges }));
  expect(verdictOf(checks).status).toBe('failed');
});

test('an end whose reason is known is told by it', () => {
  const reason = { message: 'handler.ts used up its memory.', remedy: 'Look for a list.' };
  const ended: ServerEvent = { kind: 'ended', exitCode: null, signal: 'SIGKILL', reason };
  expect(verdictOf([record('a', failed())], { events: [ended] })).toMatchObject({
    status: 'broken',
    ...reason,
  });
});

test('an error of the handler goes to the failed check that caused it', () => {
  const threw = (message: string): ServerEvent => ({
    kind: 'threw',
    method: 'POST',
    path: '/predict',
    error: { message },
  });
  const passedOn500 = record('a', { exchanges: failed().exchanges });
  const checks = [passedOn500, record('b'), record('c', failed(422)), record('d', failed())];
  const verdict = verdictOf(checks, { events: [threw('first'), threw('second')] });
  expect(verdict.checks.map(({ thrown }) => thrown?.message)).toEqual([
    undefined,
    undefined,
    undefined,
    'second',
  ]);
});

describe('types', () => {
  const types = (change: Partial<CheckResult>): CheckResult => ({
    id: 'types',
    title: 'TypeScript finds no mistake in handler.ts',
    status: 'passed',
    message: '',
    hints: [],
    lesson: 'validation',
    exchanges: [],
    ...change,
  });

  test('a mistake in the types fails a handler that answers well', () => {
    const verdict = verdictOf([record('one')], { types: types({ status: 'failed' }) });
    expect(verdict).toMatchObject({ status: 'failed', message: '1 of 2 checks passed.' });
  });

  test('types that could not be judged leave the verdict to the checks', () => {
    const skipped = types({ status: 'skipped' });
    expect(verdictOf([record('one')], { types: skipped }).status).toBe('passed');
    expect(verdictOf([record('one', { outcome: 'failed' })], { types: skipped }).status).toBe(
      'failed',
    );
  });

  test('right types alone are no pass', () => {
    expect(verdictOf([], { types: types({}) }).status).toBe('broken');
  });
});

describe("the learner's own checks", () => {
  const own = (id: string) => ({
    id,
    title: `your own check: ${id}`,
    lesson: 'validation',
    request,
    expect: { status: 200 },
  });
  const kept = { own: { checks: [own('mine-1'), own('mine-2')] } };

  test('are counted apart in what is said of a pass', () => {
    const verdict = verdictOf([record('a'), record('mine-1'), record('mine-2')], kept);
    expect(verdict).toMatchObject({
      status: 'passed',
      message: 'The one check passed, and your own 2 too.',
    });
    expect(verdict.checks.map(({ isOwn }) => isOwn)).toEqual([undefined, true, true]);
  });

  test('fail the verdict, which says that they are one’s own and how to drop them', () => {
    const verdict = verdictOf([record('a'), record('mine-1'), record('mine-2', failed())], kept);
    expect(verdict).toMatchObject({
      status: 'failed',
      message: 'The checks of the course passed; of your own, 1 of 2 did not.',
    });
    expect(verdict.remedy).toContain('api-labs checks predict/one --drop mine-2');
  });

  test('come after the failures of the course', () => {
    const verdict = verdictOf([record('a', failed()), record('mine-1', failed())], kept);
    expect(verdict.remedy).toBe('Begin with the first that failed: title of a.');
  });

  test('are listed also where their turn never came', () => {
    const stuck = { request, durationMs: 2500, failure: 'no answer' };
    const verdict = verdictOf([record('a', { outcome: 'stuck', exchanges: [stuck] })], kept);
    expect(verdict.status).toBe('stuck');
    expect(verdict.checks.slice(1)).toMatchObject([
      { id: 'mine-1', status: 'skipped', isOwn: true },
      { id: 'mine-2', status: 'skipped', isOwn: true },
    ]);
  });

  test('alone are never a pass', () => {
    expect(verdictOf([record('mine-1')], kept).status).toBe('broken');
  });

  test('that cannot be read do not change the outcome', () => {
    const verdict = verdictOf([record('a')], { own: { checks: [], problem: 'line 3 is wrong' } });
    expect(verdict).toMatchObject({ status: 'passed', ownChecksProblem: 'line 3 is wrong' });
  });
});
