import { expect, test } from 'vitest';
import {
  initialSearchState,
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
