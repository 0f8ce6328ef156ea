import { expect, test } from 'vitest';
import { listBearerSchemes, readLock } from '../../../labs/kit/openapi-security.ts';

const securitySchemes = {
  Key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  Basic: { type: 'http', scheme: 'basic' },
  Token: { type: 'http', scheme: 'Bearer' },
  Same: { $ref: '#/components/securitySchemes/Token' },
};
const components = { securitySchemes };

test('finds the schemes that take a bearer token', () => {
  expect(listBearerSchemes({ components })).toEqual(['Token', 'Same']);
  expect(listBearerSchemes({})).toEqual([]);
});

test.each([
  [undefined, undefined, 'open'],
  [[], undefined, 'open'],
  [[{ Token: [] }], undefined, 'locked'],
  [[{ Same: [] }, { Token: [], Key: [] }], undefined, 'locked'],
  [[{ Token: [] }, {}], undefined, 'open'],
  [[{ Token: [] }, { Key: [] }], undefined, 'locked in another way'],
  [[{ Basic: [] }], undefined, 'locked in another way'],
  [[{ Other: [] }], undefined, 'locked in another way'],
  [undefined, [{ Token: [] }], 'locked'],
  [[], [{ Token: [] }], 'open'],
])('%j, in a document with %j, is %s', (security, whole, lock) => {
  const document = { paths: { '/a': { get: { security } } }, security: whole, components };
  expect(readLock(document, '/a')).toBe(lock);
});

test('tells an operation that is not there from an open one', () => {
  expect(readLock({ paths: { '/a': { post: {} } } }, '/a')).toBe('not there');
  expect(readLock({ paths: { '/a': { get: null } } }, '/a')).toBe('not there');
  expect(readLock({}, '/a')).toBe('not there');
});
