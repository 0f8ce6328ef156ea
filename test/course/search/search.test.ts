import { expect, test } from 'vitest';
import { createSearch } from '../../../src/course/search/search.ts';
import { indexPassages, type SearchFile } from '../../../src/course/search/search-index.ts';
import { searchCourse } from './search-course.ts';

const written = JSON.stringify(indexPassages(searchCourse));
const search = createSearch(JSON.parse(written) as SearchFile);
const find = (query: string) => search(query, { limit: 50 });
const ids = (query: string) => find(query).hits.map(({ id }) => id);
const marked = (query: string) => {
  const hit = find(query).hits[0];
  return hit?.marks.map(({ from, to }) => hit.text.slice(from, to));
};

test.each([
  ['run_in_threadpool', 'who-runs-def'],
  ['run_in_thr', 'who-runs-def'],
  ['threadpool', 'who-runs-def'],
  ['thread pool', 'who-runs-def'],
  ['threadpool', 'async/say/2'],
  ['BaseModel', 'async/see/1'],
  ['basemodel', 'async/see/2'],
  ['base model', 'async/see/1'],
  ['response_model', 'async/see/1'],
  ['response model', 'async/see/1'],
  ['--workers', 'async/see/2'],
  ['workers', 'async/see/2'],
  ['422', 'async/run/1'],
  ['asyncio.sleep', 'find-the-leak'],
  ['main.py', 'async/see/1'],
  ['object', 'async/see/1'],
  ['serialises', 'gil'],
  ['async/move-the-work', 'async/move-the-work'],
  ['waiting room', 'async'],
  ['password', 'async/move-the-work'],
  ['question gil', 'gil'],
])('%s finds %s', (query, id) => {
  expect(ids(query)).toContain(id);
});

test('a word is found while it is typed, and when letters are wrong, missing or swapped', () => {
  for (const query of ['compu', 'computaton', 'comptuation', 'cumputation', 'computationn']) {
    expect(ids(query), query).toEqual(['async/say/2']);
  }
  expect(ids('42')).toEqual(['async/run/1']);
  expect(ids('423')).toEqual([]);
});

test('words as typed come before parts of words, and scores never rise', () => {
  const { hits } = find('async');
  expect(hits[0]).toMatchObject({ kind: 'lesson', id: 'async' });
  for (const query of ['async', 'thread pool', 'sleep', 'reply declares']) {
    const scores = find(query).hits.map(({ score }) => score);
    expect(
      scores.toSorted((one, other) => other - one),
      query,
    ).toEqual(scores);
  }
  const pools = ids('pool');
  expect(pools.indexOf('async/say/2')).toBe(0);
  expect(pools).toContain('who-runs-def');
});

test('headings weigh more than text', () => {
  expect(ids('declared')[0]).toBe('docs/say/1');
  expect(ids('blocking')[0]).toBe('async/say/2');
});

test('a plural and an -ing are found in their simple form too', () => {
  for (const query of ['loops', 'sleeping', 'sleeps', 'calls blocks']) {
    expect(find(query).isWhole, query).toBe(true);
    expect(ids(query), query).toContain(query === 'loops' ? 'async/say/1' : 'async/say/2');
  }
});

test('misspelled words are looked for only when nothing has them as typed', () => {
  expect(ids('sleep')).not.toContain('async/say/1');
  expect(find('slow').total).toBe(1);
});

test('the words found are marked, in the title too', () => {
  expect(marked('run_in_threadpool')).toEqual(['run_in_threadpool']);
  expect(marked('in run_in_threadpool')).toEqual(['run_in_threadpool']);
  expect(marked('threadpool')).toContain('threadpool');
  const [hit] = find('blocking def').hits;
  expect(hit?.titleMarks).toEqual([{ from: 0, to: 8 }]);
});

test('a hit says where it is opened: at its block, or at a question', () => {
  const at = (query: string, id: string) => find(query).hits.find((hit) => hit.id === id)?.at;
  expect(at('httpx', 'async/say/2')).toEqual({ block: 4 });
  expect(at('blocking', 'async/say/2')).toEqual({ block: 2 });
  expect(at('overlap', 'async/run/2')).toEqual({ block: 2 });
  expect(at('validator', 'async/run/1')).toEqual({ block: 1 });
  expect(at('serialises', 'gil')).toEqual({ question: 'gil' });
  expect(at('gil', 'gil-in-short')).toEqual({ question: 'gil' });
  expect(at('waiting room', 'async')).toBeUndefined();
});

test('where no passage has every word, those with the most of them are given', () => {
  const { hits, isWhole } = find('kubernetes event loop');
  expect(isWhole).toBe(false);
  expect(hits[0]?.id).toBe('async/say/1');
});

test('where nothing is found the nearest words are named', () => {
  expect(find('kubernetes')).toEqual({ hits: [], total: 0, isWhole: true, nearest: [] });
  expect(find('asnic')).toMatchObject({ hits: [], total: 0, nearest: ['async'] });
});

test('the limit cuts what is given, not what is counted', () => {
  const { hits, total } = search('async', { limit: 2 });
  expect(hits).toHaveLength(2);
  expect(total).toBe(find('async').hits.length);
  expect(total).toBeGreaterThan(2);
});

test.each(['', '  ', '...', '--', '_'])('%j has no word in it and finds nothing', (query) => {
  expect(find(query)).toEqual({ hits: [], total: 0, isWhole: true, nearest: [] });
});

test('words that say nothing do not narrow a search, and are found when they are all there is', () => {
  expect(ids('how does the httpx')).toEqual(ids('httpx'));
  expect(find('who').total).toBeGreaterThan(0);
});

test('`vs` stands between what is looked for, and narrows nothing', () => {
  expect(ids('httpx vs requests')).toEqual(ids('httpx requests'));
  expect(find('httpx versus requests').isWhole).toBe(true);
});

test('one letter alone is a word that is being typed, beside others it is a word', () => {
  expect(ids('h')).toContain('async/say/2');
  expect(find('h awaited').isWhole).toBe(false);
});

test('a title with every word typed comes first', () => {
  expect(ids('what is the gil')[0]).toBe('gil-in-short');
  expect(ids('does the gil matter')[0]).toBe('gil');
});

test('a pasted page is searched for at once', () => {
  const page = Array.from({ length: 20_000 }, (_, index) => `event loop word${index}`).join(' ');
  const before = performance.now();
  expect(find(page).hits.map(({ id }) => id)).toContain('async/say/1');
  expect(find('x'.repeat(100_000)).total).toBe(0);
  expect(performance.now() - before).toBeLessThan(5000);
});
