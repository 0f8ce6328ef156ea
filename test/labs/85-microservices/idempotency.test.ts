import { expect, test } from 'vitest';
import { createIdempotencyKeys } from '../../../labs/85-microservices/parts/idempotency.ts';

test('the same key and body is answered with the first reply', () => {
  const keys = createIdempotencyKeys<number>();
  expect(keys.begin('a', 'body')).toEqual({ kind: 'first' });
  keys.finish('a', 1);
  expect(keys.begin('a', 'body')).toEqual({ kind: 'replay', reply: 1 });
  expect(keys.begin('b', 'body')).toEqual({ kind: 'first' });
});

test('another body under a key is told apart, whatever became of the first', () => {
  const keys = createIdempotencyKeys<number>();
  keys.begin('a', 'body');
  expect(keys.begin('a', 'other')).toEqual({ kind: 'other-body' });
  keys.giveUp('a');
  expect(keys.begin('a', 'other')).toEqual({ kind: 'other-body' });
});

test('while the first one runs the second is told so; one that gave up may come again', () => {
  const keys = createIdempotencyKeys<number>();
  keys.begin('a', 'body');
  expect(keys.begin('a', 'body')).toEqual({ kind: 'still-running' });
  keys.giveUp('a');
  expect(keys.begin('a', 'body')).toEqual({ kind: 'first' });
  expect(keys.begin('a', 'body')).toEqual({ kind: 'still-running' });
});

test('the oldest key is forgotten when there are too many', () => {
  const keys = createIdempotencyKeys<number>(2);
  for (const key of ['a', 'b', 'c']) {
    keys.begin(key, 'body');
    keys.finish(key, 1);
  }
  expect(keys.begin('b', 'body').kind).toBe('replay');
  expect(keys.begin('a', 'body').kind).toBe('first');
});
