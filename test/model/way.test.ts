import { expect, test } from 'vitest';
import type { Stage } from '../../src/model/exchange.ts';
import { readWay, scheduleWay } from '../../src/model/way.ts';

const stage = (name: Stage['name'], rest: Partial<Stage> = {}): Stage => ({
  name,
  atMs: 0,
  endedAtMs: 0,
  outcome: 'passed',
  ...rest,
});

test('stages of one name are a row; what was not reached stands where it would have been', () => {
  const way = readWay({
    stages: [
      stage('server'),
      stage('middleware', { label: 'one' }),
      stage('middleware', { label: 'two' }),
      stage('routing', { outcome: 'answered' }),
    ],
  });
  expect(way?.rows.map(({ name, stages, isPast }) => [name, stages.length, isPast])).toEqual([
    ['server', 1, true],
    ['middleware', 2, true],
    ['routing', 1, true],
    ['validation', 0, false],
    ['handler', 0, false],
    ['response', 0, false],
  ]);
  expect(way?.steps).toBe(5);
});

test('a row that the request came past had nothing to do', () => {
  const way = readWay({ stages: [stage('server'), stage('routing'), stage('handler')] });
  expect(way?.rows.filter(({ stages }) => stages.length === 0)).toEqual([
    { name: 'middleware', stages: [], isPast: true },
    { name: 'validation', stages: [], isPast: true },
    { name: 'response', stages: [], isPast: false },
  ]);
});

test('a mounted app has rows of its own', () => {
  const inner = ['middleware', 'routing', 'handler', 'response'] as const;
  const names = ['server', 'middleware', 'routing', ...inner] as const;
  const way = readWay({ stages: names.map((name) => stage(name)) });
  expect(way?.rows.map(({ name }) => name)).toEqual([
    ...['server', 'middleware', 'routing', 'middleware', 'routing', 'validation'],
    ...['handler', 'response'],
  ]);
});

test('a reply goes back through what handed the request on, an error past it', () => {
  const way = readWay({
    stages: [
      stage('server'),
      stage('middleware', { label: 'outer' }),
      stage('middleware', { label: 'inner', outcome: 'skipped' }),
      stage('handler', { outcome: 'threw' }),
    ],
  });
  expect(way?.back.map(({ label }) => label)).toEqual(['outer']);
  expect(way?.bypassed.map(({ label }) => label)).toEqual(['inner']);
  expect(readWay({})).toBeUndefined();
  expect(readWay({ stages: [] })).toBeUndefined();
});

test('is lit in the rhythm of its times, slow enough to follow, and in all no longer than two seconds', () => {
  const times = [0, 0.2, 0.3, 300.3, 301];
  const stages = times.map((atMs) => stage('handler', { atMs, endedAtMs: atMs }));
  const schedule = scheduleWay(stages);
  expect(schedule).toHaveLength(6);
  const gaps = schedule.slice(1).map((atMs, index) => atMs - (schedule[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(100);
  expect(Math.max(...gaps)).toBe(gaps[2]);
  expect(schedule.at(-1)).toBeLessThanOrEqual(2000);
  expect(scheduleWay([stage('server')])).toEqual([0, 120]);
});
