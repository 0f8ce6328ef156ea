import { expect, test } from 'vitest';
import type { Json } from '../../../labs/kit/check-api.ts';
import { type Difference, findFirstDifference } from '../../../labs/kit/first-difference.ts';

test.each<[string, Json, Json, Difference | undefined]>([
  ['equal values', { a: [1, { b: null }] }, { a: [1, { b: null }] }, undefined],
  ['another value', 1, '1', { path: '', expected: 1, received: '1' }],
  [
    'a value deep inside',
    { detail: [{ type: 'missing', input: {} }] },
    { detail: [{ type: 'missing', input: null }] },
    { path: 'detail[0].input', expected: {}, received: null },
  ],
  ['a missing key', { a: 1, b: 2 }, { a: 1 }, { path: 'b', expected: 2, received: undefined }],
  ['a key too many', { a: 1 }, { a: 1, c: 3 }, { path: 'c', expected: undefined, received: 3 }],
  ['a list too short', [1, 2], [1], { path: '[1]', expected: 2, received: undefined }],
  ['a list for an object', { a: [] }, { a: {} }, { path: 'a', expected: [], received: {} }],
  [
    'an inherited key',
    { a: 1 },
    { a: 1, constructor: 2 },
    { path: 'constructor', expected: undefined, received: 2 },
  ],
])('%s', (_name, expected, received, difference) => {
  expect(findFirstDifference(expected, received)).toEqual(difference);
});
