import { expect, test } from 'vitest';
import { countText, layoutRace } from '../../src/layout/race.ts';
import { plainText } from '../../src/model/lines.ts';
import { type RaceEvent, type RaceSpec, reduceRace, startRace } from '../../src/model/race.ts';

const request = { method: 'GET', path: '/items/5', headers: {} };
const spec: RaceSpec = {
  request,
  mistakes: [request, request],
  entrants: [
    { name: 'Hono', kind: 'lab', file: 'server.ts', lines: 20 },
    { name: 'By hand', kind: 'node', file: 'parts/by-hand.ts', lines: 88 },
    { name: 'FastAPI', kind: 'python', file: 'main.py', lines: 12 },
  ],
};
const show = (events: RaceEvent[], width = 70) =>
  layoutRace({ race: spec }, events.reduce(reduceRace, startRace(spec)), width).map((line) =>
    plainText(line).trimEnd(),
  );

const begun: RaceEvent[] = [
  { kind: 'ready', entrant: 0, caught: 2, hasDocs: true },
  { kind: 'ready', entrant: 1, caught: 1, hasDocs: false },
  { kind: 'out', entrant: 2, reason: 'There is no Python here to run it.' },
  { kind: 'round', round: 1 },
  { kind: 'running', entrant: 0 },
  { kind: 'answered', entrant: 0, requests: 1200, durationMs: 100 },
];

test('a race under way', () => {
  expect(show(begun)).toMatchInlineSnapshot(`
    [
      "GET /items/5",
      "",
      "         per second                                     p50      p99",
      "▸ Hono      12 000  ██████████████████████████████",
      "  By hand      ready",
      "✘ FastAPI  not in this race",
      "",
      "           lines  mistakes refused  docs",
      "  Hono        20  2 of 2            ✔",
      "  By hand     88  1 of 2            ✘",
      "  FastAPI     12  -",
      "",
      "FastAPI: There is no Python here to run it.",
      "",
      "Round 1 of 3 … One process each, in turn, ten connections over",
      "loopback; whoever sends shares the machine. It compares frameworks,",
      "not what your own code will do.",
    ]
  `);
});

test('a race that is over, in a narrow window', () => {
  const lines = show(
    [
      ...begun,
      { kind: 'measured', entrant: 0, p50Ms: 0, p99Ms: 2 },
      { kind: 'answered', entrant: 1, requests: 600, durationMs: 100 },
      { kind: 'measured', entrant: 1, p50Ms: 1, p99Ms: 1200 },
      { kind: 'over' },
    ],
    57,
  );
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(57);
  expect(lines).toMatchInlineSnapshot(`
    [
      "GET /items/5",
      "",
      "         per second                        p50      p99",
      "▸ Hono      12 000  █████████████████   < 1 ms     2 ms",
      "  By hand    6 000  ████████▌             1 ms    1.2 s",
      "✘ FastAPI  not in this race",
      "",
      "           lines  mistakes refused  docs",
      "  Hono        20  2 of 2            ✔",
      "  By hand     88  1 of 2            ✘",
      "  FastAPI     12  -",
      "",
      "FastAPI: There is no Python here to run it.",
      "",
      "One process each, in turn, ten connections over loopback;",
      "whoever sends shares the machine. It compares frameworks,",
      "not what your own code will do.",
    ]
  `);
});

test('counts in groups of three', () => {
  expect([0, 999, 1000, 1234567.8].map(countText)).toEqual(['0', '999', '1 000', '1 234 568']);
});
