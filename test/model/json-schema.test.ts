import { expect, test } from 'vitest';
import type { Json } from '../../src/model/exchange.ts';
import { detachSchema, resolvePointer } from '../../src/model/json-schema.ts';

const document: Json = {
  paths: { '/a b': { ok: true } },
  components: {
    schemas: {
      Node: { type: 'object', properties: { next: { $ref: '#/components/schemas/Node' } } },
      Outside: { $ref: 'https://example.org/schema.json' },
      Nowhere: { items: { $ref: '#/components/schemas/Missing' } },
    },
  },
};
const named = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

test('a pointer is followed through escapes', () => {
  expect(resolvePointer(document, '#/paths/~1a%20b/ok')).toBe(true);
  expect(resolvePointer(document, '#/paths/~1a%2/ok')).toBeUndefined();
  expect(resolvePointer(document, '#/toString')).toBeUndefined();
});

test('what a schema refers to comes along once, itself too', () => {
  expect(detachSchema(document, named('Node'))).toEqual({
    $ref: '#/$defs/root',
    $defs: {
      root: { $ref: '#/$defs/s0' },
      s0: { type: 'object', properties: { next: { $ref: '#/$defs/s0' } } },
    },
  });
});

test('data that looks like a schema is left alone', () => {
  const schema: Json = { enum: [{ $ref: '#/nowhere' }], properties: { $ref: { type: 'string' } } };
  expect(detachSchema(document, schema)).toEqual(schema);
});

test.each(['Outside', 'Nowhere', 'Missing'])('%s cannot be detached', (name) => {
  expect(() => detachSchema(document, named(name))).toThrow('The document has nothing at');
});

test('a schema that is too large is not followed to its end', () => {
  const large = { allOf: Array.from({ length: 20 }, () => ({})) };
  expect(() => detachSchema(document, large, undefined, 10)).toThrow('too large');
});
