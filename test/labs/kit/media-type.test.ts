import { expect, test } from 'vitest';
import { readMediaType } from '../../../labs/kit/media-type.ts';

test.each([
  ['application/json', 'application/json'],
  ['Application/JSON ; Charset="UTF-8"', 'application/json'],
  ['text/plain;charset=UTF-8', 'text/plain'],
  ['', ''],
])('%s is %s', (header, mediaType) => {
  expect(readMediaType({ headers: { 'content-type': header } })).toBe(mediaType);
});

test('a reply without the header has none', () => {
  expect(readMediaType({ headers: {} })).toBeUndefined();
});
