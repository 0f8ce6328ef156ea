import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import rememberedWidth from '../../src/layout/remembered-width.ts';

test('tells the same widths as the package, the second time too', () => {
  const texts = [
    '',
    'abc',
    '─── ✔ passed',
    '日本語',
    '👩‍👩‍👧 family',
    '\u001B[31mred\u001B[39m',
    'x'.repeat(2000),
  ];
  for (const text of [...texts, ...texts]) expect(rememberedWidth(text)).toBe(stringWidth(text));
  const options = { ambiguousIsNarrow: false };
  expect(rememberedWidth('±', options)).toBe(stringWidth('±', options));
});

test('forgets when it has seen very much, and goes on', () => {
  for (let index = 0; index < 6000; index++) {
    expect(rememberedWidth(`line ${index}`)).toBe(`line ${index}`.length);
  }
});
