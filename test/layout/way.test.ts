import { describe, expect, test } from 'vitest';
import { layoutWay, noWay } from '../../src/layout/way.ts';
import { lineWidth } from '../../src/layout/width.ts';
import type { Exchange, Json, Stage } from '../../src/model/exchange.ts';
import { plainText } from '../../src/model/lines.ts';

const passed = (name: Stage['name'], atMs: number, label?: string): Stage => ({
  name,
  atMs,
  endedAtMs: atMs + 0.5,
  outcome: 'passed',
  ...(label === undefined ? {} : { label }),
});

function exchange(status: number, stages: Stage[], json?: Json): Exchange {
  return {
    request: { method: 'GET', path: '/items/x', headers: {} },
    response: { status, headers: { location: 'http://localhost/items/' }, body: '', json },
    durationMs: 3,
    stages,
  };
}

function show(one: Exchange, lit?: number): string {
  return layoutWay(one, 57, lit).lines.map(plainText).join('\n');
}

const toRoute = [
  passed('server', 0),
  passed('middleware', 0.2, 'CORS'),
  passed('middleware', 0.3, 'sessions'),
  passed('routing', 0.6, '/items/{item_id}'),
];
const issue = { type: 'int_parsing', loc: ['path', 'item_id'], msg: 'no', input: 'x' };
const refused = exchange(422, [...toRoute, { ...passed('validation', 0.9), outcome: 'answered' }], {
  detail: [issue, issue],
});

test('ends where the request stopped, and goes back with the status', () => {
  expect(show(refused)).toBe(`The way of this request
✔ server      reads HTTP from the socket
✔ middleware  CORS → sessions                      0.2 ms
✔ routing     /items/{item_id}                     0.6 ms
✘ validation  2 errors                             0.9 ms
○ handler     not reached
○ response    not reached
← 422 Unprocessable Content  through sessions → CORS`);
});

test('lights up stage by stage, and gives nothing away before', () => {
  expect(show(refused, 2)).toBe(
    `The way of this request
✔ server      reads HTTP from the socket
▸ middleware  CORS                                 0.2 ms
○ routing     
○ validation  
○ handler     
○ response    
○ the way back`.replaceAll(/ +$/gm, ''),
  );
  expect(show(refused, 5)).toContain('✘ validation  2 errors');
  expect(show(refused, 5)).toContain('○ the way back');
  expect(show(refused, 6)).toBe(show(refused));
});

test('tells which line is the newest', () => {
  expect([1, 2, 3, 4, 5].map((lit) => layoutWay(refused, 57, lit).newest)).toEqual([1, 2, 2, 3, 4]);
  const { lines, newest } = layoutWay(refused, 57);
  expect(newest).toBe(lines.length - 1);
});

describe('says why it stopped', () => {
  const end = (
    name: Stage['name'],
    outcome: Stage['outcome'],
    rest: Partial<Stage> = {},
  ): Stage => ({
    ...passed(name, 1),
    outcome,
    ...rest,
  });
  test.each([
    [
      'at a path that is not there',
      404,
      [end('routing', 'answered')],
      '✘ routing     no route has this path',
    ],
    [
      'at another method',
      405,
      [end('routing', 'answered')],
      '✘ routing     knows the path, but not with GET',
    ],
    ['at a slash', 307, [end('routing', 'answered')], '● routing     there is /items/ only'],
    [
      'at a handshake',
      403,
      [end('routing', 'answered')],
      '✘ routing     no WebSocket has this path',
    ],
    [
      'in middleware',
      200,
      [end('middleware', 'answered', { label: 'CORS' })],
      '● middleware  CORS  answers itself, and asks',
    ],
    [
      'at the server',
      400,
      [end('server', 'answered')],
      '✘ server      refuses it, and asks nobody',
    ],
    [
      'in a dependency',
      401,
      [end('dependency', 'threw', { label: 'HTTPBearer', threw: 'HTTPError' })],
      '✘ dependency  HTTPBearer  threw HTTPError',
    ],
    ['at bytes', 400, [end('validation', 'answered')], '✘ validation  the body cannot be read'],
    [
      'in the handler',
      409,
      [end('handler', 'threw', { threw: 'HTTPError' })],
      '✘ handler     threw HTTPError',
    ],
    [
      'by a crash',
      500,
      [end('handler', 'threw', { threw: 'TypeError' })],
      '✘ handler     threw TypeError, and nobody catches',
    ],
    [
      'after it',
      500,
      [end('response', 'threw', { label: 'response model' })],
      '✘ response    does not fit the response model',
    ],
  ])('%s', (_where, status, stages, line) => {
    expect(show(exchange(status, stages))).toContain(line);
  });
});

test('middleware that an error went past saw no reply', () => {
  const stages: Stage[] = [
    passed('server', 0),
    { ...passed('middleware', 0.2, 'CORS'), outcome: 'skipped' },
    { ...passed('middleware', 0.3, 'sessions'), outcome: 'skipped' },
    { ...passed('handler', 1), outcome: 'threw', threw: 'Error' },
  ];
  expect(show(exchange(500, stages))).toMatch(
    /← 500 Internal Server Error {2}past sessions → CORS, which\n {2}see no reply$/,
  );
});

test('a request that ended within its handler says so', () => {
  const { endedAtMs: _, ...open } = passed('handler', 1);
  const cut = {
    ...exchange(0, [...toRoute, open]),
    response: undefined,
    failure: 'It was closed.',
  };
  expect(show(cut)).toContain('◐ handler     was still at work when the');
  expect(show(cut)).toContain('← It was closed.');
});

test('a server that tells nothing has no way', () => {
  expect(layoutWay({ ...refused, stages: undefined }, 120).lines.map(plainText)).toEqual([noWay]);
});

test('no line is wider than it may be, and nothing of a label reaches the terminal as it is', () => {
  const odd = exchange(200, [
    passed('server', 0),
    passed('middleware', 1, `\x1b[2J${'x'.repeat(90)}`),
  ]);
  for (const width of [57, 77, 117]) {
    const { lines } = layoutWay(odd, width);
    expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
    expect(lines.map(plainText).join('')).not.toContain('\x1b');
  }
});
