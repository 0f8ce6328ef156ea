import { expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { keepableBodies, makeOwnCheck, nextOwnId } from '../../src/model/own-check.ts';

const exchange: Exchange = {
  request: {
    method: 'POST',
    path: '/predict',
    headers: { host: 'localhost:8000', 'user-agent': 'curl', 'content-type': 'application/json' },
    body: '{"feature1": 1}',
  },
  response: { status: 422, headers: {}, body: '{"detail": []}', json: { detail: [] } },
  durationMs: 1,
};
const replying = (response: Exchange['response']): Exchange => ({ ...exchange, response });

test('keeps the request without what every client adds, and nothing else of what is shown', () => {
  const shown = { ...exchange.request, id: 'missing', title: 'one field missing' };
  expect(makeOwnCheck({ ...exchange, request: shown }, 'json')).toEqual({
    title: 'answers 422 and the kept body for POST /predict {"feature1": 1}',
    request: {
      method: 'POST',
      path: '/predict',
      headers: { 'content-type': 'application/json' },
      body: '{"feature1": 1}',
    },
    expect: { status: 422, json: { detail: [] } },
  });
  expect(makeOwnCheck(exchange, 'none')).toMatchObject({
    title: 'answers 422 for POST /predict {"feature1": 1}',
    expect: { status: 422 },
  });
});

test('offers what can be compared', () => {
  const text = { status: 200, headers: {}, body: 'hello' };
  expect(keepableBodies(exchange)).toEqual(['json', 'none']);
  expect(keepableBodies(replying(text))).toEqual(['text', 'none']);
  expect(makeOwnCheck(replying(text), 'text').expect).toEqual({ status: 200, text: 'hello' });
  expect(keepableBodies(replying({ ...text, isCut: true }))).toEqual(['none']);
  expect(keepableBodies(replying(undefined))).toEqual([]);
  expect(keepableBodies({ ...exchange, isRequestCut: true })).toEqual([]);
});

test('counts ids on from the last', () => {
  const check = { id: 'mine-4', ...makeOwnCheck(exchange, 'none') };
  expect(nextOwnId([])).toBe('mine-1');
  expect(nextOwnId([check, { ...check, id: 'mine-2' }])).toBe('mine-5');
});
