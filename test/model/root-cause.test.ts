import { expect, test } from 'vitest';
import type { Json } from '../../src/model/exchange.ts';
import { markFollowers } from '../../src/model/root-cause.ts';
import type { CheckResult } from '../../src/model/verdict.ts';

type Row = {
  /** `METHOD /path status`, one per exchange. */
  sent: string[];
  expected?: Json;
  received?: Json;
  line?: number;
  message?: string;
  isPassed?: boolean;
};

function checkOf(row: Row, index: number): CheckResult {
  const compared = row.expected === row.received ? 'it' : 'the body: expected a, received b';
  return {
    id: `c${index}`,
    title: `check ${index}`,
    status: row.isPassed ? 'passed' : 'failed',
    message: row.message ?? compared,
    hints: [],
    lesson: 'validation',
    exchanges: row.sent.map((text) => {
      const [method = '', path = '', status] = text.split(' ');
      return {
        request: { method, path, headers: {} },
        response: { status: Number(status), headers: {}, body: '' },
        durationMs: 1,
      };
    }),
    ...(row.expected === undefined ? {} : { expected: row.expected }),
    ...(row.received === undefined ? {} : { received: row.received }),
    ...(row.line === undefined
      ? {}
      : { thrown: { message: 'boom', file: '/home/me/handler.ts', line: row.line } }),
  };
}

const post = (status: number) => `POST /predict ${status}`;
const status = (expected: Json, received: number): Row => ({
  sent: [post(received)],
  expected,
  received,
});
const body = (expected: Json, received: Json | undefined, path = '/predict'): Row => ({
  sent: [`POST ${path} 200`],
  expected,
  received,
});
const passed = (...sent: string[]): Row => ({ sent, isPassed: true });

test.each<[string, Row[], (string | undefined)[]]>([
  [
    'thrown in the same line',
    [
      { ...status(422, 500), line: 12 },
      { ...status(200, 500), line: 12 },
    ],
    [undefined, 'c0'],
  ],
  [
    'thrown in another line, or only once',
    [{ ...status(422, 500), line: 12 }, { ...status(422, 500), line: 14 }, status(422, 500)],
    [undefined, undefined, undefined],
  ],
  [
    'one status whatever is asked of a route',
    [status(200, 501), status('400 or 422', 501)],
    [undefined, 'c0'],
  ],
  [
    'no route at all',
    [
      status(200, 404),
      { sent: ['GET /openapi.json 404'], expected: 200, received: 404 },
      { sent: ['GET /openapi.json 404'], expected: 200, received: 404 },
    ],
    [undefined, 'c0', 'c0'],
  ],
  [
    'two routes missing of three',
    [
      passed('GET / 200'),
      status(200, 404),
      { sent: ['GET /openapi.json 404'], expected: 200, received: 404 },
    ],
    [undefined, undefined, undefined],
  ],
  [
    '200 for every refusal',
    [passed(post(200)), status('400 or 422', 200), status('400 or 422', 200)],
    [undefined, undefined, 'c1'],
  ],
  [
    '200 for some refusals',
    [passed(post(200), post(422)), status(422, 200), status(422, 200)],
    [undefined, undefined, undefined],
  ],
  [
    'the same wrong status where different ones were expected',
    [passed(post(200)), status(422, 400), status(404, 400)],
    [undefined, undefined, undefined],
  ],
  [
    'a status and a body',
    [passed(post(200)), status(422, 200), body({ a: 1 }, { a: 2 })],
    [undefined, undefined, undefined],
  ],
  [
    'the same key missing',
    [body({ a: 1, b: 2 }, { a: 1 }), body({ a: 5, b: 7 }, { a: 5 })],
    [undefined, 'c0'],
  ],
  [
    'the same key missing on another route',
    [body({ a: 1, b: 2 }, { a: 1 }), body({ a: 5, b: 7 }, { a: 5 }, '/echo')],
    [undefined, undefined],
  ],
  [
    'the same key missing and one more wrong',
    [body({ a: 1, b: 2 }, { a: 1 }), body({ a: 5, b: 7 }, { a: 6 })],
    [undefined, undefined],
  ],
  [
    'the same start of a list left out, in every entry',
    [
      body([{ loc: ['body', 'x'] }], [{ loc: ['x'] }]),
      body([{ loc: ['body', 'y'] }, { loc: ['body', 'z'] }], [{ loc: ['y'] }, { loc: ['z'] }]),
    ],
    [undefined, 'c0'],
  ],
  [
    'another entry of a list left out',
    [body([1, 2], [2]), body([1, 2], [1])],
    [undefined, undefined],
  ],
  ['other values', [body({ a: 1 }, { a: 2 }), body({ a: 3 }, { a: 4 })], [undefined, undefined]],
  [
    'a text in place of the list',
    [body([1], { detail: 'no' }), body([1, 2], { detail: 'never' })],
    [undefined, 'c0'],
  ],
  [
    'no JSON in place of different things',
    [
      body(true, undefined),
      { ...body(true, undefined), message: 'the title: expected true, received nothing' },
    ],
    [undefined, undefined],
  ],
  [
    'the same message, and another',
    [
      { sent: [post(200)], message: 'the type: expected "text" to match /json/' },
      { sent: [post(200)], message: 'the type: expected "text" to match /json/' },
      { sent: [post(200)], message: 'the type: expected "html" to match /json/' },
    ],
    [undefined, 'c0', undefined],
  ],
])('%s', (_name, rows, followsFrom) => {
  expect(markFollowers(rows.map(checkOf)).map((check) => check.followsFrom)).toEqual(followsFrom);
});

test('a follower of a follower names the root', () => {
  const marked = markFollowers([status(200, 501), status(422, 501), status(404, 501)].map(checkOf));
  expect(marked.map((check) => check.followsFrom)).toEqual([undefined, 'c0', 'c0']);
});

test('only failed checks follow', () => {
  const [first, second] = [status(200, 404), status(200, 404)].map(checkOf);
  if (first === undefined || second === undefined) throw new Error('two rows make two checks');
  const marked = markFollowers([first, { ...second, status: 'stuck' }]);
  expect(marked[1]).not.toHaveProperty('followsFrom');
});
