import { expect, test } from 'vitest';
import {
  initialSearchState,
  keptSearch,
  reduceSearch,
} from '../../../../src/ui/screens/search/use-search-state.ts';

test('typing marks the first again and shows it at its match', () => {
  const moved = reduceSearch(
    { ...initialSearchState, query: 'a' },
    { kind: 'moved', by: 1, count: 3 },
  );
  expect(moved.selected).toBe(1);
  const scrolled = reduceSearch(moved, { kind: 'scrolled', to: 4 });
  expect(scrolled).toEqual({ query: 'a', selected: 1, scrolled: 4 });
  expect(reduceSearch(scrolled, { kind: 'typed', text: 'b' })).toEqual({
    query: 'ab',
    selected: 0,
    scrolled: 0,
  });
  expect(reduceSearch(scrolled, { kind: 'erased' })).toEqual(initialSearchState);
  expect(reduceSearch(scrolled, { kind: 'cleared' })).toEqual(initialSearchState);
  const words = { ...scrolled, query: 'thread pool ' };
  expect(reduceSearch(words, { kind: 'erased-word' })).toEqual({
    ...initialSearchState,
    query: 'thread ',
  });
});

test('moving stays within what is there, and leaves a passage where it was scrolled to', () => {
  const state = { query: 'a', selected: 1, scrolled: 4 };
  expect(reduceSearch(state, { kind: 'moved', by: 1, count: 2 }).selected).toBe(1);
  expect(reduceSearch(state, { kind: 'moved', by: 1, count: 0 }).selected).toBe(0);
  expect(reduceSearch(state, { kind: 'moved', by: -1, count: 2 })).toEqual({
    query: 'a',
    selected: 0,
    scrolled: 0,
  });
});

test('what is typed or erased after coming back replaces the query, unless it is taken up', () => {
  const left = { query: 'thread', selected: 2, scrolled: 4 };
  const kept = keptSearch(left);
  expect(kept).toEqual({ ...left, isKept: true });
  expect(reduceSearch(kept, { kind: 'typed', text: 'b' })).toEqual({
    ...initialSearchState,
    query: 'b',
  });
  expect(reduceSearch(kept, { kind: 'erased' })).toEqual(initialSearchState);
  const moved = reduceSearch(kept, { kind: 'moved', by: 1, count: 9 });
  expect(moved).toEqual({ query: 'thread', selected: 3, scrolled: 0, isKept: true });
  const takenUp = reduceSearch(kept, { kind: 'taken-up' });
  expect(takenUp).toEqual(left);
  expect(reduceSearch(takenUp, { kind: 'typed', text: 's' }).query).toBe('threads');
  expect(keptSearch(undefined)).toEqual(initialSearchState);
  expect(keptSearch({ ...left, query: '' })).toEqual({ ...left, query: '' });
});
