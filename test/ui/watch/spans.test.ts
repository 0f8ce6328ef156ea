import { expect, test } from 'vitest';
import { plainText } from '../../../src/model/lines.ts';
import {
  addSpans,
  layoutServices,
  noServices,
  readBreaker,
  readSpans,
} from '../../../src/ui/watch/spans.ts';

const spans = [
  {
    number: 1,
    service: 'stock',
    name: 'POST /reservations',
    trace_id: '4bf92f35',
    status: 503,
    duration_ms: 3.6,
  },
  {
    number: 2,
    service: 'orders',
    name: 'POST /orders',
    trace_id: '4bf92f35',
    status: 503,
    duration_ms: 1200,
  },
];

test('what is no span, and no breaker, is left out', () => {
  expect(readSpans([...spans, { number: 'three' }, null]).map(({ number }) => number)).toEqual([
    1, 2,
  ]);
  expect(readSpans({ detail: 'Not Found' })).toEqual([]);
  expect(readBreaker({ state: 'open', failures: 5 })).toEqual({ state: 'open', failures: 5 });
  expect(readBreaker(undefined)).toBeUndefined();
});

test('a span is shown once, and a lab that was started again counts from 1 again', () => {
  const first = addSpans(noServices, readSpans(spans), undefined);
  expect(addSpans(first, readSpans(spans), undefined).spans).toHaveLength(2);
  const again = readSpans([{ ...spans[0], trace_id: 'aaaa' }]);
  expect(addSpans(first, again, undefined).spans).toHaveLength(3);
});

test('both services beside each other, the breaker above them', () => {
  const state = addSpans(noServices, readSpans(spans), { state: 'open', failures: 5 });
  const room = { width: 70, height: 5 };
  const show = (one: typeof state) =>
    layoutServices(one, ['orders', 'stock'], room).map((line) => plainText(line).trimEnd());
  expect(show(state)).toMatchInlineSnapshot(`
    [
      "  BREAKER  ○ open  5 failures in a row  requests are refused at once",
      "  ORDERS                          │ STOCK  the same letters are one t…",
      "4bf9 503 POST /orders       1.2 s │ 4bf9 503 POST /reservatio… 3.6 ms",
      "                                  │",
      "                                  │",
    ]
  `);
  expect(show(noServices)[0]).toContain('asking for the breaker');
});
