import { expect, test } from 'vitest';
import {
  findEntries,
  reduceSearch,
  searchEntries,
} from '../../../../src/ui/screens/search/use-search-state.ts';
import { courseIndex } from '../../course-fixture.ts';

const entries = searchEntries(courseIndex);
const titles = (query: string) => findEntries(entries, query).map(({ title }) => title);

test('finds lessons, labs and exercises by words of title and id', () => {
  expect(titles('valid')).toEqual(['Validation']);
  expect(titles('422 like')).toEqual(['Answer 422 like FastAPI']);
  expect(titles('predict type')).toEqual(['Type the input']);
  expect(titles('zzz')).toEqual([]);
  expect(titles('')).toHaveLength(entries.length);
});

test('a title that begins with the word comes first', () => {
  expect(titles('t')[0]).toBe('The ML endpoint');
});

test('typing marks the first again', () => {
  const moved = reduceSearch({ query: 'a', selected: 0 }, { kind: 'moved', by: 1, count: 3 });
  expect(moved.selected).toBe(1);
  expect(reduceSearch(moved, { kind: 'typed', text: 'b' })).toEqual({ query: 'ab', selected: 0 });
  expect(reduceSearch(moved, { kind: 'erased' })).toEqual({ query: '', selected: 0 });
  expect(reduceSearch(moved, { kind: 'moved', by: 1, count: 2 }).selected).toBe(1);
});
