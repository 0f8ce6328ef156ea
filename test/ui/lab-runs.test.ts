import { expect, test } from 'vitest';
import type { ServerEvent } from '../../src/model/server.ts';
import {
  findRecorded,
  type LabRun,
  type LabRunEvent,
  reduceLabRuns,
} from '../../src/ui/lab-runs.ts';

const running: LabRunEvent = {
  kind: 'changed',
  lab: 'predict',
  state: { kind: 'running', url: 'http://127.0.0.1:8000', port: 8000 },
};

function runOf(...events: LabRunEvent[]): LabRun | undefined {
  return events.reduce<Record<string, LabRun>>(reduceLabRuns, {}).predict;
}

function server(event: ServerEvent): LabRunEvent {
  return { kind: 'server', lab: 'predict', event };
}

const exchange: ServerEvent = {
  kind: 'exchange',
  exchange: { request: { method: 'GET', path: '/', headers: {} }, durationMs: 1 },
};

test('logs requests and what the lab prints, line by line', () => {
  const run = runOf(
    running,
    server(exchange),
    server({ kind: 'output', stream: 'stdout', text: 'one\n\ntwo\n' }),
  );
  expect(run?.log.map((entry) => (entry.kind === 'note' ? entry.text : entry.kind))).toEqual([
    'exchange',
    'one',
    'two',
  ]);
  expect(run?.log.map(({ number }) => number)).toEqual([1, 2, 3]);
});

test('keeps the newest entries and goes on counting', () => {
  const run = runOf(...Array.from({ length: 600 }, () => server(exchange)));
  expect(run?.log).toHaveLength(500);
  expect(run?.log.at(-1)?.number).toBe(600);
});

test('a lab that ends by itself has failed; one that was stopped has not', () => {
  const ended = server({ kind: 'ended', exitCode: 1, signal: null, error: { message: 'boom' } });
  expect(runOf(running, ended)?.state).toEqual({
    kind: 'failed',
    message: 'boom',
    remedy: 'Press s to start it again.',
  });
  const stopped: LabRunEvent = { kind: 'changed', lab: 'predict', state: { kind: 'stopped' } };
  expect(runOf(running, stopped, ended)?.state).toEqual({ kind: 'stopped' });
});

test('finds what a lab recorded of a request by the port that it was sent from', () => {
  const of = (clientPort: number, method: string) => ({
    request: { method, path: '/', headers: {} },
    durationMs: clientPort,
    clientPort,
  });
  const recorded = [of(7, 'GET'), of(8, 'GET'), of(7, 'POST'), of(8, 'GET')];
  const run = runOf(running, ...recorded.map((one) => server({ kind: 'exchange', exchange: one })));
  expect(findRecorded(run, of(7, 'GET'))).toBe(recorded[0]);
  // A port is used again: the newest is meant.
  expect(findRecorded(run, of(8, 'GET'))).toBe(recorded[3]);
  expect(findRecorded(run, of(9, 'GET'))).toBeUndefined();
  expect(findRecorded(run, { ...of(7, 'GET'), clientPort: undefined })).toBeUndefined();
  const told = { ...of(9, 'GET'), stages: [] };
  expect(findRecorded(undefined, told)).toBe(told);
});
