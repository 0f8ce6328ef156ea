import { expect, test } from 'vitest';
import { listSourceMutants } from '../../src/proofs/list-source-mutants.ts';
import { parseSource } from '../../src/proofs/parse-source.ts';

function mutate(source: string, isDocumentAsked = true): [id: string, text: string][] {
  const mutants = listSourceMutants(source, parseSource(source), { isDocumentAsked });
  return mutants.map(({ id, text }) => [id.replace('source line 1: ', ''), text]);
}

test.each<[source: string, mutants: [id: string, text: string][]]>([
  ['a < b', [['< becomes <= in a < b', 'a <= b']]],
  [
    '(a + b) / (c)',
    [
      ['+ becomes - in a + b', '(a - b) / (c)'],
      ['/ becomes * in (a + b) / (c)', '(a + b) * (c)'],
    ],
  ],
  ['(a) ?? (b)', [['(a) ?? (b) without its second', '(a) ']]],
  ['-(a)', [['-(a) becomes (a)', '(a)']]],
  ['if (a) b();', [['a becomes !(a)', 'if (!(a)) b();']]],
  ['if (a === b) c();', [['=== becomes !== in a === b', 'if (a !== b) c();']]],
  ['c.json(x, 422)', [['422 becomes 400', 'c.json(x, 400)']]],
  [
    'z.number().min(1)',
    [
      ['z.number() becomes z.any()', 'z.any().min(1)'],
      ['z.number() becomes z.coerce.number()', 'z.coerce.number().min(1)'],
      ['.min(1) is dropped', 'z.number()'],
      ['1 becomes 2', 'z.number().min(2)'],
    ],
  ],
  [
    'f({ a, required: true })',
    [
      ['a is dropped', 'f({ required: true })'],
      ['required: true is dropped', 'f({ a })'],
      ['true becomes false', 'f({ a, required: false })'],
    ],
  ],
  [
    'Input.safeParse(body)',
    [['Input.safeParse(body) validates nothing', '({ success: true, data: body })']],
  ],
  ['JSON.parse(text)', []],
  [
    'x = [p, q]',
    [
      ['[p, q] becomes [q, p]', 'x = [q, p]'],
      ['[p, q] becomes [p]', 'x = [p]'],
    ],
  ],
  ["x = { title: 'Hello', description: `a` }", []],
  ["S.openapi('Input')", []],
  ["import { z } from 'zod'; type A = 'a' | 1; const x = y as B<'b'>;", []],
])('%s', (source, mutants) => {
  expect(mutate(source)).toEqual(mutants);
});

test('what only documents is left alone where no document is asked for', () => {
  const source = 'createRoute({ responses: { 200: { schema: Output } } })';
  expect(mutate(source, false)).toEqual([]);
  expect(mutate(source).map(([id]) => id)).toContain('200 becomes 201');
});

test('ids name the line, and twins get a number', () => {
  const source = 'const a = 1;\nconst b = [0, 0];\n';
  const ids = listSourceMutants(source, parseSource(source), { isDocumentAsked: true }).map(
    ({ id }) => id,
  );
  expect(ids).toEqual([
    'source line 1: 1 becomes 2',
    'source line 2: [0, 0] becomes [0]',
    'source line 2: 0 becomes 1',
    'source line 2: 0 becomes 1 (2)',
  ]);
});
