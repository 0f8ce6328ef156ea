import { expect, test } from 'vitest';
import {
  createSpanLog,
  type EndedSpan,
  readTraceId,
  writeTraceparent,
} from '../../../labs/85-microservices/parts/tracing.ts';

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

test('a trace goes on under its id, with another span', () => {
  expect(readTraceId(`00-${traceId}-00f067aa0ba902b7-01`)).toBe(traceId);
  expect(readTraceId(writeTraceparent(traceId))).toBe(traceId);
  expect(writeTraceparent(traceId)).not.toBe(writeTraceparent(traceId));
});

test.each([
  '',
  traceId,
  `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`,
  `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `ff-${traceId}-00f067aa0ba902b7-01`,
  `00-${traceId}-00f067aa0ba902b7-01-more`,
])('a new trace begins where the header is not valid: %s', (header) => {
  const made = readTraceId(header);
  expect(made).toMatch(/^[0-9a-f]{32}$/);
  expect(made).not.toBe(traceId);
});

const span = (service: EndedSpan['service'], ended_at_ms: number): EndedSpan => ({
  service,
  name: `${service} at ${ended_at_ms}`,
  trace_id: traceId,
  status: 200,
  duration_ms: 1,
  ended_at_ms,
});

test('spans of both services are numbered by their end, and no number is given twice', () => {
  const log = createSpanLog('orders');
  log.add(span('orders', 5), span('orders', 7), undefined, span('stock', 5), span('stock', 4));
  const read = (after: number) => log.list(after).map(({ number, name }) => [number, name]);
  expect(read(0)).toEqual([
    [1, 'stock at 4'],
    [2, 'stock at 5'],
    [3, 'orders at 5'],
    [4, 'orders at 7'],
  ]);
  // As it was numbered in the other service's own log.
  const numbered = { ...span('stock', 6), number: 1 };
  log.add(numbered);
  expect(read(3)).toEqual([
    [4, 'orders at 7'],
    [5, 'stock at 6'],
  ]);
});

test('only the newest are kept', () => {
  const log = createSpanLog('stock');
  log.add(...Array.from({ length: 250 }, (_, index) => span('stock', index)));
  expect(log.list(0).map(({ number }) => number)).toEqual(
    Array.from({ length: 200 }, (_, index) => 51 + index),
  );
});
