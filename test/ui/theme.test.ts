import { expect, test } from 'vitest';
import { displayText, readTheme, spanLooks } from '../../src/ui/theme.ts';

test('ASCII on the Linux console, in dumb terminals, in other locales, and on demand', () => {
  expect(readTheme({ LANG: 'en_US.UTF-8' }).isAscii).toBe(false);
  expect(readTheme({}).isAscii).toBe(false);
  expect(readTheme({ TERM: 'linux', LANG: 'en_US.UTF-8' }).isAscii).toBe(true);
  expect(readTheme({ TERM: 'dumb' }).isAscii).toBe(true);
  expect(readTheme({ LANG: 'C' }).isAscii).toBe(true);
  expect(readTheme({ LC_ALL: 'POSIX', LANG: 'en_US.UTF-8' }).isAscii).toBe(true);
  expect(readTheme({ API_LABS_ASCII: '1', LANG: 'en_US.UTF-8' }).isAscii).toBe(true);
  expect(readTheme({ API_LABS_ASCII: '0', LANG: 'C' }).isAscii).toBe(false);
});

test('NO_COLOR leaves weight and line, no colour', () => {
  const theme = readTheme({ NO_COLOR: '1' });
  const look = spanLooks({ text: 'a', tone: 'wrong', isBold: true }, theme);
  expect(look).toEqual({ bold: true });
  expect(spanLooks({ text: 'a', tone: 'wrong' }, readTheme({}))).toEqual({ color: 'red' });
});

test('glyphs keep their column in ASCII', () => {
  const shown = '▸ ✔ ✘ ● ○ ◐ │ █ ─ …';
  const ascii = displayText(shown, { isAscii: true, isColoured: true });
  expect(ascii).toHaveLength(shown.length);
  expect(ascii).toMatch(/^[\x20-\x7e]+$/);
});
