import { expect, test } from 'vitest';
import { countText, layoutRace } from '../../src/layout/race.ts';
import { plainText } from '../../src/model/lines.ts';
import {
  type RaceEntrant,
  type RaceEvent,
  type RaceSpec,
  reduceRace,
  startRace,
} from '../../src/model/race.ts';
import { roomIn, smallestWindow } from '../../src/ui/room.ts';

const request = { method: 'GET', path: '/items/5', headers: {} };
const spec: RaceSpec = {
  request,
  mistakes: [
    { ...request, name: 'item x' },
    { ...request, name: 'item 1.5' },
    { ...request, name: '道 as item' },
  ],
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
  { kind: 'ready', entrant: 0, answers: [422, 422, 422], hasDocs: true },
  { kind: 'ready', entrant: 1, answers: [400, 200, 500], hasDocs: false },
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
      "         per second                p50      p99  lines  refused  docs",
      "▸ Hono      12 000  █████████                       20      3/3     ✔",
      "  By hand  ready                                    88      1/3     ✘",
      "✘ FastAPI  not in this race                         12        -     -",
      "",
      "FastAPI: There is no Python here to run it.",
      "",
      "Round 1 of 3 … One process each, in turn, ten connections over",
      "loopback; whoever sends shares the machine. It compares frameworks,",
      "not what your own code will do.",
      "",
      "Not refused  By hand",
      "item 1.5         200",
      "道 as item       500",
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
      "         per second                 lines  refused  docs",
      "▸ Hono      12 000  ██████████████     20      3/3     ✔",
      "  By hand    6 000  ███████            88      1/3     ✘",
      "✘ FastAPI  not in this race            12        -     -",
      "",
      "FastAPI: There is no Python here to run it.",
      "",
      "One process each, in turn, ten connections over loopback;",
      "whoever sends shares the machine. It compares frameworks,",
      "not what your own code will do.",
      "",
      "Not refused  By hand",
      "item 1.5         200",
      "道 as item       500",
    ]
  `);
});

test('nobody is asked for mistakes where there are none: the bars have the room', () => {
  const events: RaceEvent[] = [
    { kind: 'ready', entrant: 0, answers: [], hasDocs: true },
    { kind: 'answered', entrant: 0, requests: 1200, durationMs: 100 },
    { kind: 'measured', entrant: 0, p50Ms: 0, p99Ms: 2 },
    { kind: 'over' },
  ];
  const race = events.reduce(reduceRace, startRace(spec));
  const lines = layoutRace({ race: { ...spec, mistakes: [] } }, race, 57).map((line) =>
    plainText(line).trimEnd(),
  );
  expect(lines.slice(2, 4)).toEqual([
    '         per second                         p50      p99',
    '  Hono      12 000  ██████████████████   < 1 ms     2 ms',
  ]);
});

test('five servers and the words under them fit the smallest window, and what got through is below', () => {
  const names = ['Hono + Zod', 'FastAPI', 'node:http', 'Express', 'Flask'];
  const entrants = names.map((name): RaceEntrant => {
    return { name, kind: 'node', file: name, lines: 74 };
  });
  const events = names.flatMap((_, entrant): RaceEvent[] => [
    {
      kind: 'ready',
      entrant,
      answers: entrant < 2 ? [422, 422, 422] : [422, 200, 500],
      hasDocs: true,
    },
    { kind: 'answered', entrant, requests: 1200 * (entrant + 1), durationMs: 100 },
    { kind: 'measured', entrant, p50Ms: 1, p99Ms: 20 },
  ]);
  const body = '{"show_id": 1, "name": "Ada", "seats": 2}';
  const race = {
    ...spec,
    request: { method: 'POST', path: '/quotes', headers: {}, body },
    entrants,
  };
  const run = [...events, { kind: 'round', round: 3 } as const].reduce(reduceRace, startRace(race));
  const { width, height } = roomIn(smallestWindow);
  const lines = layoutRace({ race }, run, width).map((line) => plainText(line).trimEnd());
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  expect(lines.indexOf('', 10)).toBeLessThanOrEqual(height);
  expect(lines).toMatchInlineSnapshot(`
    [
      "POST /quotes",
      "{"show_id": 1, "name": "Ada", "seats": 2}",
      "",
      "            per second              lines  refused  docs",
      "  Hono + Zod   12 000  ██▏             74      3/3     ✔",
      "  FastAPI      24 000  ████▍           74      3/3     ✔",
      "  node:http    36 000  ██████▌         74      1/3     ✔",
      "  Express      48 000  ████████▊       74      1/3     ✔",
      "  Flask        60 000  ███████████     74      1/3     ✔",
      "",
      "Round 3 of 3 … One process each, in turn, ten connections",
      "over loopback; whoever sends shares the machine. It",
      "compares frameworks, not what your own code will do.",
      "",
      "Not refused  node:http  Express  Flask",
      "item 1.5           200      200    200",
      "道 as item         500      500    500",
    ]
  `);
  const wide = layoutRace({ race }, run, roomIn({ columns: 80, rows: 24 }).width);
  expect(wide.slice(3, 5).map((line) => plainText(line).trimEnd())).toMatchInlineSnapshot(`
    [
      "            per second                    p50      p99  lines  refused  docs",
      "  Hono + Zod   12 000  ██▌               1 ms    20 ms     74      3/3     ✔",
    ]
  `);
});

test('counts in groups of three', () => {
  expect([0, 999, 1000, 1234567.8].map(countText)).toEqual(['0', '999', '1 000', '1 234 568']);
});
