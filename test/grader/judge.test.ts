import { describe, expect, test } from 'vitest';
import { type GradeReport, judge } from '../../src/grader/judge.ts';
import type { CheckRecord } from '../../src/grader/run-report.ts';
import type { ServerEvent } from '../../src/model/server.ts';

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
