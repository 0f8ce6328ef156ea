import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/model/lines.ts';
import {
  intervalMs,
  type LatencyEvent,
  layoutLatencies,
  noLatencies,
  reduceLatencies,
} from '../../../src/ui/watch/latencies.ts';

const run = (...events: LatencyEvent[]) => events.reduce(reduceLatencies, noLatencies);
const waited = (sentAtMs: number, tookMs: number): LatencyEvent => ({
  kind: 'waited',
  sentAtMs,
  nowMs: sentAtMs + tookMs,
});

describe('what is kept', () => {
  test('the longest wait of each interval, growing while it goes on', () => {
    expect(run(waited(10, 5), waited(60, 2)).waits).toEqual([5]);
    const blocked = run(waited(intervalMs, 2.5 * intervalMs)).waits;
    expect(blocked).toEqual([0, intervalMs, 2 * intervalMs, 2.5 * intervalMs]);
  });

  test('the last two minutes of it', () => {
    const minutes = Array.from({ length: 900 }, (_, at) => waited(at * intervalMs, 1));
    const state = run(...minutes, { kind: 'marked', atMs: 899 * intervalMs, text: 'GET /' });
    expect(state.waits.length).toBe(600);
    expect(state.dropped).toBe(300);
    const lines = layoutLatencies(state, 'GET /health', { width: 40, height: 10 }).map(plainText);
    expect(lines.find((line) => line.includes('└'))?.endsWith('▲')).toBe(true);
  });
});

test('a chart on a logarithmic scale, with what was sent meanwhile below it', () => {
  const state = run(
    waited(0, 1),
    waited(200, 10),
    { kind: 'marked', atMs: 410, text: 'GET /block/1000' },
    waited(420, 1000),
    { kind: 'mark-answered', durationMs: 1001 },
    waited(1500, 2),
  );
  const lines = layoutLatencies(state, 'GET /health', { width: 44, height: 10 });
  expect(lines.map((line) => plainText(line).trimEnd())).toMatchInlineSnapshot(`
    [
      "  ROUTE  GET /health  now 1.0 s  longest 1.…",
      "       │   ▂▅▇██",
      "100 ms │  ▅█████",
      "       │  ██████",
      " 10 ms │ ▁██████",
      "       │ ███████",
      "  1 ms │▁███████",
      "       └──▲─────────────────────────────────",
      "  ▲ GET /block/1000  took 1.0 s",
    ]
  `);
});
