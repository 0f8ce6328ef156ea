import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findBestStretch, markTerms, readTerms } from '../../src/model/search-terms.ts';

const words = (text: string) =>
  readTerms(text).map(({ term, parts }) => [term, ...parts.map((part) => part.term)]);

test.each([
  ['run_in_threadpool', [['run_in_threadpool', 'run', 'in', 'threadpool']]],
  ['BaseModel', [['basemodel', 'base', 'model']]],
  ['HTTPException', [['httpexception', 'http', 'exception']]],
  ['--workers 4', [['--workers', 'workers'], ['4']]],
  ['asyncio.sleep(1)', [['asyncio.sleep', 'asyncio', 'sleep'], ['1']]],
  ['predict/main.py', [['predict'], ['main.py', 'main', 'py']]],
  ['content-type: text/html', [['content-type', 'content', 'type'], ['text'], ['html']]],
  ['A 422.', [['a'], ['422']]],
  ['Pydantic’s', [["pydantic's", 'pydantic']]],
  ['naïve Ωmega', [['naïve'], ['ωmega']]],
  ['N+1, 1+n', [['n+1'], ['1'], ['n']]],
  ['C++ 3.6+ x+y', [['c'], ['3.6'], ['x'], ['y']]],
  ['a -- b', [['a'], ['b']]],
  ['__init__', [['__init__', 'init']]],
  ['... {} _', []],
])('%s', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('every term stands where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { term, from, to, parts } of readTerms(text)) {
        expect(text.slice(from, to).toLowerCase().replaceAll('’', "'")).toBe(term);
        for (const part of parts) {
          expect(part.from).toBeGreaterThanOrEqual(from);
          expect(part.to).toBeLessThanOrEqual(to);
        }
      }
    }),
  );
});

test('a whole term is marked once; of others the parts that are wanted', () => {
  const text = 'run_in_threadpool and BaseModel';
  const marked = (...terms: string[]) =>
    markTerms(text, new Set(terms)).map(({ from, to }) => text.slice(from, to));
  expect(marked('run_in_threadpool', 'run', 'threadpool')).toEqual(['run_in_threadpool']);
  expect(marked('threadpool', 'model')).toEqual(['threadpool', 'Model']);
  expect(marked('base', 'model')).toEqual(['BaseModel']);
  expect(marked('other')).toEqual([]);
});

test('the best stretch has the most different words close together', () => {
  const text = 'pool pool pool, and far away, a thread of a pool';
  const marks = markTerms(text, new Set(['thread', 'pool']));
  const best = (length: number) => {
    const { from, to } = findBestStretch(text, marks, length);
    return text.slice(from, to);
  };
  expect(best(20)).toBe('thread of a pool');
  expect(best(5)).toBe('pool');
  expect(findBestStretch(text, [], 20)).toEqual({ from: 0, to: 0 });
});
