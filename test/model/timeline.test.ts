import { expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import {
  findBusyPeriods,
  fittingTimes,
  isTimelineOver,
  shareWithin,
} from '../../src/model/timeline.ts';

const exchange = (durationMs: number, busy?: Exchange['busy']): Exchange => ({
  request: { method: 'GET', path: '/', headers: {} },
  durationMs,
  busy,
});

test('is over when there is an outcome for each request', () => {
  expect(isTimelineOver({ run: 1, choice: 0, results: [exchange(1), undefined] })).toBe(false);
  expect(isTimelineOver({ run: 1, choice: 0, results: [exchange(1), exchange(2)] })).toBe(true);
});

test('a choice fits when all the times it names are those that were measured', () => {
  const replied = (durationMs: number): Exchange => {
    return { ...exchange(durationMs), response: { status: 200, headers: {}, body: '' } };
  };
  const choices = [
    {
      text: 'both soon',
      took: [
        { request: 1, below: 100 },
        { request: 2, below: 100 },
      ],
    },
    {
      text: 'the second late',
      took: [
        { request: 1, below: 100 },
        { request: 2, from: 100 },
      ],
    },
    { text: 'the first late, but not very', took: [{ request: 1, from: 100, below: 200 }] },
  ];
  const fitting = (...times: number[]) => fittingTimes(choices, times.map(replied));
  expect([fitting(1, 99), fitting(99, 100), fitting(100, 5), fitting(199, 900)]).toEqual([
    [0],
    [1],
    [2],
    [2],
  ]);
  expect(fitting(200, 5)).toEqual([]);
  expect(fittingTimes(choices, [replied(1), undefined])).toEqual([]);
  expect(fittingTimes(choices, [replied(1), exchange(1)])).toEqual([]);
});

test('puts what the server saw onto the clock of the sender: both saw the reply at the same moment', () => {
  const sent = [exchange(310), exchange(320), undefined];
  const recorded = [exchange(300, [{ fromMs: 0, toMs: 290 }]), exchange(5, []), undefined];
  expect(findBusyPeriods(sent, recorded)).toEqual([{ fromMs: 10, toMs: 300 }]);
});

test('joins what several requests saw of the same work', () => {
  const sent = [exchange(100), exchange(100)];
  const recorded = [
    exchange(100, [{ fromMs: 40, toMs: 60 }]),
    exchange(90, [
      { fromMs: 0, toMs: 40 },
      { fromMs: 70, toMs: 80 },
    ]),
  ];
  expect(findBusyPeriods(sent, recorded)).toEqual([
    { fromMs: 10, toMs: 60 },
    { fromMs: 80, toMs: 90 },
  ]);
});

test('knows nothing where nobody tells, which is not the same as never', () => {
  expect(findBusyPeriods([exchange(1)], [undefined])).toBeUndefined();
  expect(findBusyPeriods([exchange(1)], [exchange(1)])).toBeUndefined();
  expect(findBusyPeriods([exchange(1)], [exchange(1, [])])).toEqual([]);
});

test('measures how much of a time lies within periods', () => {
  const periods = [
    { fromMs: 0, toMs: 10 },
    { fromMs: 15, toMs: 30 },
  ];
  expect(shareWithin(periods, 5, 25)).toBe(0.75);
  expect(shareWithin(periods, 40, 50)).toBe(0);
  expect(shareWithin(periods, 5, 5)).toBe(0);
});
