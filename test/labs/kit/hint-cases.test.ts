import { expect, test } from 'vitest';
import { findHints, type HintCase } from '../../../labs/kit/hint-cases.ts';

function seen(status: number, body: string, failure: { expected?: number; received?: number }) {
  const request = { method: 'POST', path: '/predict?x=1', headers: {} };
  const response = { status, headers: {}, body };
  return { failure: { message: '', ...failure }, exchange: { request, response, durationMs: 1 } };
}

test('a reply of 404 where another status was asked for is about the route', () => {
  const found = findHints(seen(404, '404 Not Found', { expected: 200, received: 404 }), []);
  expect(found?.hintCase).toBe('no-route');
  expect(found?.hints[0]).toContain('POST /predict.');
  expect(found?.hints[2]).toContain("app.post('/predict'");
});

test('a 404 that was asked for and went wrong in its body has no such hint', () => {
  expect(findHints(seen(404, '{"detail":"x"}', {}), [])).toBeUndefined();
});

test('a route that answers 404 in its own words is there', () => {
  const { failure, exchange } = seen(404, '', { expected: 200, received: 404 });
  const answer = (detail: string) => ({
    failure,
    exchange: { ...exchange, response: { ...exchange.response, json: { detail } } },
  });
  expect(findHints(answer('Shelf not found'), [])).toBeUndefined();
  expect(findHints(answer('Not Found'), [])?.hintCase).toBe('no-route');
});

test('405, 500 and a body that is no JSON have their own hints', () => {
  expect(findHints(seen(405, '', { expected: 200, received: 405 }), [])?.hintCase).toBe(
    'wrong-method',
  );
  expect(findHints(seen(500, '', { expected: 422, received: 500 }), [])?.hintCase).toBe('threw');
  expect(findHints(seen(200, 'hi', { expected: 1 }), [])?.hintCase).toBe('not-json');
});

test("a check's own case comes first", () => {
  const own: HintCase = {
    id: 'own',
    when: ({ exchange }) => exchange?.response?.status === 404,
    hints: ['a', 'b', 'c'],
  };
  const found = findHints(seen(404, '', { expected: 200, received: 404 }), [own]);
  expect(found).toEqual({ hintCase: 'own', hints: ['a', 'b', 'c'] });
});
