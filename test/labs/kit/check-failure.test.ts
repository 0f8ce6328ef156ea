import { expect, test } from 'vitest';
import { type CheckFailure, readFailure } from '../../../labs/kit/check-failure.ts';

function failureOf(run: () => void): CheckFailure {
  try {
    run();
  } catch (error) {
    return readFailure(error);
  }
  throw new Error('Nothing failed.');
}

test.each<[string, () => void, CheckFailure]>([
  [
    'toBe',
    () => expect(200, 'the status').toBe(422),
    { message: 'the status: expected 422, received 200', expected: 422, received: 200 },
  ],
  [
    'toEqual',
    () => expect({ a: [1] }, 'the body').toEqual({ a: [2], b: undefined }),
    {
      message: 'the body: expected {"a":[2]}, received {"a":[1]}',
      expected: { a: [2] },
      received: { a: [1] },
    },
  ],
  [
    'no name',
    () => expect('a').toBe('b'),
    { message: 'expected "b", received "a"', expected: 'b', received: 'a' },
  ],
  [
    'nothing received',
    () => expect(undefined, 'the body').toEqual({ a: 1 }),
    {
      message: 'the body: expected {"a":1}, received nothing',
      expected: { a: 1 },
      received: undefined,
    },
  ],
  [
    'a choice',
    () => expect(200, 'the status').toEqual(expect.toBeOneOf([400, 422])),
    {
      message: 'the status: expected 400 or 422, received 200',
      expected: '400 or 422',
      received: 200,
    },
  ],
  [
    'a matcher inside that fits shows what was received',
    () => expect({ a: 'x', b: 1 }, 'the body').toEqual({ a: expect.any(String), b: 2 }),
    {
      message: 'the body: expected {"a":"x","b":2}, received {"a":"x","b":1}',
      expected: { a: 'x', b: 2 },
      received: { a: 'x', b: 1 },
    },
  ],
  [
    'another matcher',
    () => expect(3, 'the number').toBeGreaterThan(5),
    { message: 'the number: expected 3 to be greater than 5' },
  ],
  [
    'a negated one',
    () => expect(3, 'the number').not.toBe(3),
    { message: 'the number: expected 3 not to be 3 // Object.is equality' },
  ],
  [
    'an error of another kind',
    () => {
      throw new Error('the connection was refused');
    },
    { message: 'the connection was refused' },
  ],
])('%s', (_name, run, failure) => {
  expect(failureOf(run)).toEqual(failure);
});

test('of long values the message names the first place where they differ', () => {
  const entry = { type: 'missing', loc: ['body', 'feature1'], msg: 'Field required' };
  const wanted = { detail: [{ ...entry, input: {} }] };
  const failure = failureOf(() =>
    expect({ detail: [{ ...entry, input: null }] }, 'the body').toEqual(wanted),
  );
  expect(failure.message).toBe('the body, at detail[0].input: expected {}, received null');
  expect(failure.expected).toEqual(wanted);
});

test('long values are shortened in the message and whole beside it', () => {
  const long = { text: 'x'.repeat(500) };
  const failure = failureOf(() => expect(long, 'the body').toEqual({}));
  expect(failure.message.length).toBeLessThan(120);
  expect(failure.received).toEqual(long);
});
