import { beforeEach, expect, test } from 'vitest';
import { createSearch } from '../../src/course/search/search.ts';
import { indexPassages } from '../../src/course/search/search-index.ts';
import { searchCourse } from '../course/search/search-course.ts';
import { createWorld } from './memory-context.ts';

let world: ReturnType<typeof createWorld>;
beforeEach(() => {
  world = createWorld();
  const search = createSearch(indexPassages(searchCourse));
  world.context.services.search = async (...asked) => search(...asked);
});

test('prints title, place and the passage around the words, which are marked', async () => {
  expect(await world.run('search', 'thread', 'pool')).toBe(0);
  const lines = world.out.split('\n');
  expect(lines[0]).toMatch(/^Blocking code +Async, Say it$/);
  expect(lines[1]).toMatch(/^ {2}A plain def endpoint runs in a \*thread\* \*pool\*\. • requests/);
  expect(world.out).toContain('run_in_*threadpool*');
  expect(world.err).toBe('');
});

test('words with and without quotes are the same', async () => {
  await world.run('search', 'thread pool');
  const quoted = world.out;
  world.out = '';
  await world.run('search', 'thread', 'pool');
  expect(world.out).toBe(quoted);
});

test('in colour what is marked has a colour in place of stars', async () => {
  world.context.terminal = { ...world.context.terminal, isColoured: true };
  await world.run('search', 'httpx');
  expect(world.out).toContain('\x1b[36;1;4mhttpx\x1b[0m');
  expect(world.out).not.toContain('*');
});

test('at most so many are printed, and it is said that there are more', async () => {
  expect(await world.run('search', 'async', '-n', '2')).toBe(0);
  expect(world.out).toMatch(/\n\nThe best 2 of \d+; -n \d+ shows all\.\n$/);
  const total = Number(/of (\d+);/.exec(world.out)?.[1]);
  world.out = '';
  await world.run('search', 'async', '--count', String(total));
  expect(world.out).not.toContain('The best');
});

test('--json gives the results with their passages', async () => {
  expect(await world.run('search', 'serialises', '--json')).toBe(0);
  expect(JSON.parse(world.out)).toEqual({
    schemaVersion: 1,
    query: 'serialises',
    total: 1,
    hasEveryWord: true,
    nearest: [],
    results: [
      {
        kind: 'question',
        lesson: 'async',
        beat: 'defend',
        id: 'gil',
        title: 'Does the GIL matter?',
        place: 'question of Async',
        passage: expect.stringContaining('✔ It serialises bytecode.'),
        score: expect.any(Number),
      },
    ],
  });
});

test('nothing found is said with the nearest words, and is exit code 1', async () => {
  expect(await world.run('search', 'asnic')).toBe(1);
  expect(world.out).toBe('Nothing in the course has "asnic". Words near it: async.\n');
  world.out = '';
  expect(await world.run('search', 'asnic', '--json')).toBe(1);
  expect(JSON.parse(world.out)).toMatchObject({ total: 0, nearest: ['async'], results: [] });
});

test('what has only some of the words says so', async () => {
  expect(await world.run('search', 'kubernetes', 'event')).toBe(0);
  expect(world.out).toMatch(/^Nothing has all of these words\. These have some:\n\n/);
});

test.each([
  [
    ['search'],
    'Which words? Type api-labs search <words> [-n N] [--json].\napi-labs search --help shows how.\n',
  ],
  [['search', '...'], 'There is no word in "...". Type a word or a name: api-labs search 422.\n'],
  [['search', 'a', '-n', '0'], '-n takes a number from 1 on; "0" is none.\n'],
  [['search', 'a', '-n', 'x'], '-n takes a number from 1 on; "x" is none.\n'],
  [
    ['search', '--workers'],
    'api-labs search has no option --workers. To look for it: api-labs search -- --workers\napi-labs search --help shows how.\n',
  ],
  [
    ['search', '-w'],
    'api-labs search has no option -w. To look for it: api-labs search -- -w\napi-labs search --help shows how.\n',
  ],
])('%j is wrong usage', async (argv, message) => {
  expect(await world.run(...argv)).toBe(2);
  expect(world.err).toBe(message);
  expect(world.out).toBe('');
});

test('what begins with dashes is found after two of them', async () => {
  expect(await world.run('search', '--', '--workers')).toBe(0);
  expect(world.out).toContain('uvicorn main:app *--workers* 4');
});

test('options stand before, between or after the words', async () => {
  await world.run('search', '-n', '1', 'thread pool');
  const quoted = world.out;
  expect(quoted).toMatch(/The best 1 of \d+;/);
  for (const argv of [
    ['thread', 'pool', '-n', '1'],
    ['thread', '-n1', 'pool'],
    ['-n', '1', '--', 'thread', 'pool'],
    ['thread', 'pool', '--count=1'],
  ]) {
    world.out = '';
    expect(await world.run('search', ...argv), argv.join(' ')).toBe(0);
    expect(world.out, argv.join(' ')).toBe(quoted);
  }
});

test('after two dashes everything is a word, an option too', async () => {
  await world.run('search', '--json', '--', '--workers', '-n', '1');
  expect(JSON.parse(world.out)).toMatchObject({ query: '--workers -n 1' });
  world.out = '';
  await world.run('search', '--help');
  expect(world.out).toContain('options before: api-labs search -n 3 -- --workers\n');
});

test('a title is never cut: its place goes below where both are too much for a line', async () => {
  world.context.terminal = { ...world.context.terminal, columns: 24 };
  await world.run('search', 'serialises');
  expect(world.out.split('\n').slice(0, 2)).toEqual([
    'Does the GIL matter?',
    '  question of Async',
  ]);
  world.context.terminal = { ...world.context.terminal, columns: 60 };
  world.out = '';
  await world.run('search', 'serialises');
  expect(world.out.split('\n')[0]).toMatch(/^Does the GIL matter\? +question of Async$/);
});

test('a long query is quoted in part', async () => {
  expect(await world.run('search', 'x'.repeat(5000))).toBe(1);
  expect(world.out.replaceAll('\n', ' ')).toBe(`Nothing in the course has "${'x'.repeat(60)}…". `);
});
