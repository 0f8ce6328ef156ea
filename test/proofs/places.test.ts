import { expect, test } from 'vitest';
import { findInSchema, listPlaces } from '../../src/proofs/places.ts';

test('places of several bodies, entries of lists together', () => {
  expect(listPlaces([{ a: [1, { b: 2 }] }, { a: [] }])).toEqual([
    { place: [], values: [{ a: [1, { b: 2 }] }, { a: [] }] },
    { place: ['a'], values: [[1, { b: 2 }], []] },
    { place: ['a', '[]'], values: [1, { b: 2 }] },
    { place: ['a', '[]', 'b'], values: [2] },
  ]);
});

test.each([
  [['list'], true, false],
  [['list', '[]'], true, true],
  [['list', '[]', 'a'], true, false],
  [['list', '[]', 'later'], true, false],
  [['list', '[]', 'any', 'inside'], false, false],
  [['other'], false, false],
])('%j', (place, isNamed, isClosed) => {
  const schema = {
    $ref: '#/$defs/root',
    $defs: {
      root: { properties: { list: { type: 'array', items: { $ref: '#/$defs/one' } } } },
      one: {
        additionalProperties: false,
        properties: { a: { type: 'number' }, any: true },
        allOf: [{ properties: { later: { type: 'string' } } }],
      },
    },
  };
  expect(findInSchema(schema, place)).toEqual({ isNamed, isClosed });
});
