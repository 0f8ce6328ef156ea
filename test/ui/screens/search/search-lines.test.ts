import { expect, test } from 'vitest';
import { createSearch } from '../../../../src/course/search/search.ts';
import { indexPassages } from '../../../../src/course/search/search-index.ts';
import { plainText } from '../../../../src/model/lines.ts';
import { outcomeLines, searchLines } from '../../../../src/ui/screens/search/search-lines.ts';
import { hitRow, titleRows } from '../../../../src/ui/screens/search/search-rows.ts';
import { initialSearchState } from '../../../../src/ui/screens/search/use-search-state.ts';
import { searchCourse } from '../../../course/search/search-course.ts';
import { courseIndex } from '../../course-fixture.ts';

const search = createSearch(indexPassages(searchCourse));
const room = { width: 57, height: 13 };

test('before anything is typed, everything that has a title is there', () => {
  const rows = titleRows(courseIndex);
  expect(rows.map(({ place }) => place)).toEqual([
    'lesson 1',
    'lesson 2',
    'lesson 3',
    'lab predict',
    'exercise predict/type-the-input',
    'exercise predict/answer-422',
  ]);
});

test('each kind of hit opens where it stands', () => {
  const screens = (query: string) =>
    search(query, { limit: 50 }).hits.map((hit) => hitRow(hit).screen);
  expect(screens('serialises')).toEqual([
    { name: 'lesson', id: 'async', beat: 'defend', at: { question: 'gil' } },
  ]);
  expect(screens('httpx')).toEqual([
    { name: 'lesson', id: 'async', beat: 'say', at: { block: 4 } },
  ]);
  expect(screens('password')).toEqual([{ name: 'exercise', id: 'async/move-the-work' }]);
  expect(screens('waiting room')).toEqual([{ name: 'lab', id: 'async' }]);
  expect(screens('awaits and blocks handler')).toEqual([
    { name: 'lesson', id: 'async', beat: 'say', at: {} },
  ]);
});

test('the passage of the marked row is shown at its match, in what room the list leaves', () => {
  const { hits } = search('thread pool', { limit: 50 });
  const rows = hits.map(hitRow);
  const { lines, passage } = searchLines(
    { ...initialSearchState, query: 'thread pool' },
    rows,
    [],
    room,
  );
  expect(lines).toHaveLength(room.height);
  const shown = lines.map(plainText);
  expect(shown[0]).toBe('/ thread pool ');
  expect(shown[2]).toContain('▸ ');
  const rule = shown.findIndex((line) => /^─+$/.test(line));
  expect(rule).toBe(2 + Math.floor((room.height - 3) * 0.45));
  expect(rows.length).toBeGreaterThan(rule - 2);
  expect(shown.slice(rule + 1).join('\n')).toContain('thread pool');
  expect(passage.height).toBe(room.height - rule - 1);
});

test('a passage is scrolled to its ends and no further', () => {
  const text = Array.from({ length: 30 }, (_, index) => `line ${index}`).join('\n');
  const mark = { from: text.indexOf('line 15'), to: text.indexOf('line 16') - 1 };
  const base = { kind: 'passage', id: 'x', title: 'X', place: 'X', score: 1 } as const;
  const row = hitRow({ ...base, text, marks: [mark], titleMarks: [], best: mark });
  const at = (scrolled: number) => {
    const state = { query: 'line', selected: 0, scrolled };
    const { lines, passage } = searchLines(state, [row], [], room);
    return { shown: lines.slice(4).map(plainText), passage };
  };
  const { shown, passage } = at(0);
  expect(shown[3]).toBe('  line 15');
  expect(at(passage.first).shown[0]).toBe('  line 0');
  expect(at(passage.last).shown.at(-1)).toBe('  line 29');
  expect(at(passage.last + 5).shown.at(-1)).toBe('  line 29');
});

test('what is not found whole, or not at all, is said', () => {
  const said = (query: string) =>
    outcomeLines(query, search(query, { limit: 5 }), 57)
      .map(plainText)
      .filter((line) => line !== '');
  expect(said('async')).toEqual([]);
  expect(said('kubernetes event')).toEqual(['  Nothing has all of these words. These have some:']);
  expect(said('asnic ')).toEqual([
    '  Nothing in the course has "asnic".',
    '  Words near it: async.',
  ]);
});

test('a query of last time is marked as one that typing replaces', () => {
  const state = { query: 'thread', selected: 0, scrolled: 0, isKept: true } as const;
  const [first = []] = searchLines(state, [], [], room).lines;
  expect(plainText(first)).toBe('/ thread  typing replaces it, End keeps it');
  expect(first.find(({ text }) => text === 'thread')?.isInverse).toBe(true);
});
