import { describe, expect, test } from 'vitest';
import type { RaceEntrant, RaceEvent } from '../../src/model/race.ts';
import {
  countRefused,
  reduceRace,
  requestsPerSecond,
  saysTheSame,
  startRace,
  typicalRound,
} from '../../src/model/race.ts';

const entrant = (name: string): RaceEntrant => ({ name, kind: 'node', file: name, lines: 1 });
const run = (events: RaceEvent[]) =>
  events.reduce(reduceRace, startRace({ entrants: [entrant('one'), entrant('two')] }));

describe('a race', () => {
  test('counts what each answered over all rounds', () => {
    const { racers } = run([
      { kind: 'running', entrant: 1 },
      { kind: 'answered', entrant: 1, requests: 100, durationMs: 100 },
      { kind: 'answered', entrant: 1, requests: 50, durationMs: 200 },
      { kind: 'resting', entrant: 1 },
    ]);
    expect(racers.map(requestsPerSecond)).toEqual([0, 500]);
    expect(racers[1]?.state).toBe('ready');
  });

  test('takes the round in the middle for the latencies', () => {
    const measured = [5, 1, 2].map(
      (p50Ms): RaceEvent => ({ kind: 'measured', entrant: 0, p50Ms, p99Ms: p50Ms * 10 }),
    );
    const { racers } = run(measured);
    expect(racers.map(typicalRound)).toEqual([{ p50Ms: 2, p99Ms: 20 }, undefined]);
  });

  test('knows who is out and why, and when it is over', () => {
    const race = run([
      { kind: 'ready', entrant: 0, answers: [422, 200, 500, 404, 0], hasDocs: true },
      { kind: 'out', entrant: 1, reason: 'no Python' },
      { kind: 'round', round: 3 },
      { kind: 'over' },
    ]);
    expect(race).toMatchObject({ round: 3, isOver: true });
    expect(race.racers[0]).toMatchObject({ state: 'ready', hasDocs: true });
    expect(race.racers.map(countRefused)).toEqual([2, undefined]);
    expect(race.racers[1]).toMatchObject({ state: 'out', reason: 'no Python' });
  });
});

test('replies say the same although two languages compute the last digit differently', () => {
  expect(saysTheSame({ p: [0.1 + 0.2] }, { p: [0.3] })).toBe(true);
  expect(saysTheSame({ p: [0.31] }, { p: [0.3] })).toBe(false);
  expect(saysTheSame({ a: 1, b: null }, { b: null, a: 1 })).toBe(true);
  expect(saysTheSame({ a: 1 }, { b: 1 })).toBe(false);
  expect(saysTheSame([1], { 0: 1 })).toBe(false);
  expect(saysTheSame('1', 1)).toBe(false);
});
