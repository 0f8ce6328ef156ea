import { expect, test } from 'vitest';
import { layoutBars } from '../../src/layout/timeline.ts';
import { lineWidth } from '../../src/layout/width.ts';
import type { PreparedRequest, Timeline } from '../../src/model/course.ts';
import type { Exchange } from '../../src/model/exchange.ts';
import { plainText } from '../../src/model/lines.ts';

const get = (path: string): PreparedRequest => ({ method: 'GET', path, headers: {} });
const timeline: Timeline = {
  id: 'three',
  ask: [],
  requests: [get('/block/300'), get('/health'), get('/wait/300')],
  choices: [],
  note: [],
};
const replied = (durationMs: number, status = 200): Exchange => ({
  request: get('/'),
  response: { status, headers: {}, body: '' },
  durationMs,
});

const show = (...about: Parameters<typeof layoutBars>) =>
  layoutBars(...about)
    .map(plainText)
    .join('\n');

test('bars grow together until each has its reply', () => {
  const results = [replied(100), undefined, undefined];
  expect(show(timeline, { results, elapsedMs: 150 }, 57)).toBe(
    `GET /block/300  ░░░░░░░                      200   100 ms
GET /health     ░░░░░░░░░░                   …
GET /wait/300   ░░░░░░░░░░                   …
                └────────────┴────────────┴
                0           200          400 ms`,
  );
  const axisAt = (elapsedMs: number) =>
    show(timeline, { results, elapsedMs }, 57).split('\n').at(-1)?.trim().split(/ +/).at(-2);
  expect([1, 400, 401, 900, 5000].map(axisAt)).toEqual(['400', '400', '800', '1600', '6400']);
});

test('full where the loop was held, light where it was free', () => {
  const results = [replied(300), replied(305), replied(600, 503)];
  const busy = [{ fromMs: 0, toMs: 300 }];
  const text = show(timeline, { results, elapsedMs: 600, busy }, 57);
  const bars = text.split('\n').map((line) => line.slice(16, 43).trimEnd());
  expect(bars.slice(0, 3)).toEqual([
    '██████████████',
    '██████████████',
    '██████████████░░░░░░░░░░░░░',
  ]);
  expect(text).toContain('503   600 ms');
  expect(text).toContain('█ the event loop was held: 300 ms of it');
  expect(show(timeline, { results, elapsedMs: 600, busy: [] }, 57)).toContain('held: never');
});

test('without a word of the server it says nothing of the loop', () => {
  const text = show(timeline, { results: [replied(1), replied(1), replied(1)], elapsedMs: 1 }, 57);
  expect(text).not.toContain('loop');
});

test('a request that was lost says so', () => {
  const lost: Exchange = { request: get('/'), durationMs: 30, failure: 'gone' };
  expect(show(timeline, { results: [lost, lost, lost], elapsedMs: 30 }, 57)).toContain('no reply');
});

test('a long path leaves room for its bar; no line is too wide, however long it took', () => {
  const long = { ...timeline, requests: [get(`/${'x'.repeat(200)}`), get('/')] };
  for (const width of [57, 77, 117]) {
    for (const durationMs of [0.2, 49, 9_999, 60_000]) {
      const results = [replied(durationMs), replied(1)];
      const lines = layoutBars(long, { results, elapsedMs: durationMs, busy: [] }, width);
      expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
      expect(plainText(lines[0] ?? [])).toContain('░');
    }
  }
});
