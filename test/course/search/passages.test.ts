import { expect, test } from 'vitest';
import { listPassages } from '../../../src/course/search/passages.ts';
import { searchCourse } from './search-course.ts';

const passages = listPassages(searchCourse);
const textOf = (id: string) => passages.find((one) => one.id === id)?.texts.join('\n\n');

test('a screen of a beat is a passage under its heading; so are questions, cards, labs and exercises', () => {
  expect(passages.map(({ kind, id, title, place }) => [kind, id, title, place])).toEqual([
    ['lesson', 'async', 'Async', 'lesson 1'],
    ['passage', 'async/say/1', 'Async', 'Async, Say it'],
    ['passage', 'async/say/2', 'Blocking code', 'Async, Say it'],
    ['passage', 'async/see/1', 'Async', 'Async, See it'],
    ['passage', 'async/see/2', 'Async', 'Async, See it'],
    ['passage', 'async/run/1', 'Async', 'Async, Run it'],
    ['passage', 'async/run/2', 'Async', 'Async, Run it'],
    ['passage', 'async/build/1', 'Async', 'Async, Build it'],
    ['question', 'who-runs-def', 'Who runs a plain def?', 'question of Async'],
    ['question', 'gil', 'Does the GIL matter?', 'question of Async'],
    ['question', 'find-the-leak', 'What is wrong here?', 'question of Async'],
    ['question', 'what-comes-back', 'What comes back?', 'question of Async'],
    ['card', 'gil-in-short', 'What is the GIL?', 'card of Async'],
    ['lesson', 'docs', 'Automatic docs', 'lesson 2'],
    ['passage', 'docs/say/1', 'Declared replies', 'Automatic docs, Say it'],
    ['passage', 'docs/defend/1', 'Automatic docs', 'Automatic docs, Defend it'],
    ['lab', 'async', 'The waiting room', 'lab async'],
    ['exercise', 'async/move-the-work', 'Move the work', 'exercise async/move-the-work'],
  ]);
});

test('passages know which block of their beat they begin with', () => {
  const firstBlocks = passages.flatMap(({ id, firstBlock }) =>
    firstBlock === undefined ? [] : [[id, firstBlock]],
  );
  expect(firstBlocks).toEqual([
    ['async/say/1', 0],
    ['async/say/2', 2],
    ['async/see/1', 0],
    ['async/see/2', 1],
    ['async/run/1', 0],
    ['async/run/2', 2],
    ['async/build/1', 0],
    ['docs/say/1', 0],
    ['docs/defend/1', 0],
  ]);
});

test('every kind of block gives its words, code with its indentation', () => {
  expect(textOf('async/say/2')).toBe(
    [
      '',
      'A plain def endpoint runs in a thread pool.',
      '• requests blocks\n• httpx can be awaited',
      '✘ Async is faster.\n✔ Async waits better.\nA computation stays as long as it is.',
      'call   blocks\ntime.sleep   yes',
    ].join('\n\n'),
  );
  expect(textOf('async/see/1')).toBe(
    [
      'async/main.py\nclass Input(BaseModel):\n    text: str',
      'async/server.ts\nconst Input = z.object({});',
      '▸ response_model is declared on the left only.',
    ].join('\n\n'),
  );
  expect(textOf('async/see/2')).toContain('Output in /openapi.json\n\n{\n  "type": "object"');
  expect(textOf('async/see/2')).toContain('uvicorn main:app --workers 4');
  expect(textOf('async/run/1')).toBe(
    'Two requests, one of them slow.\n\nPOST /slow\n{"text": ""}\n\nWho waits?\n• 422, an empty text\n\nThe validator ran before the sleep.',
  );
  expect(textOf('async/run/2')).toBe(
    'Which one ends first?\n\nGET /sleeping\nx-delay: 2\n\n• the first\n\nThey overlap.',
  );
});

test.each([
  ['who-runs-def', 'run_in_threadpool moves a call off the loop.'],
  ['who-runs-def', '• The key of who-runs-def'],
  ['who-runs-def', '✘ The trap of who-runs-def.\nWhy not who-runs-def.'],
  ['who-runs-def', 'And then, who-runs-def?\nFurther on who-runs-def.'],
  ['gil', '✔ It serialises bytecode.\nOne interpreter lock.'],
  ['find-the-leak', 'await asyncio.sleep(1)'],
  ['what-comes-back', 'GET /teapot'],
  ['what-comes-back', '• 418, short and stout'],
])('the question %s can be found by: %s', (id, words) => {
  expect(textOf(id)).toContain(words);
});
