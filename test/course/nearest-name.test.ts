import { expect, test } from 'vitest';
import { nearestName } from '../../src/course/nearest-name.ts';

const names = ['lesson', 'lab', 'list', 'grade', 'predict/type-the-input', 'predict/answer-422'];

test.each([
  ['lesson', 'lesson'],
  ['leson', 'lesson'],
  ['lessno', 'lesson'],
  ['LIST', 'list'],
  ['predict/type-input', 'predict/type-the-input'],
  ['predict/answer', 'predict/answer-422'],
  ['predict', undefined],
  ['frobnicate', undefined],
  ['', undefined],
])('%s means %s', (name, nearest) => {
  expect(nearestName(name, names)).toBe(nearest);
});
