import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lineWidth } from '../../src/layout/width.ts';
import { plainText } from '../../src/model/lines.ts';
import { keyBar } from '../../src/ui/key-bar.ts';
import { keySections, keysAsMarkdown, ownBindings } from '../../src/ui/key-sections.ts';
import { findBinding, keyModes, keysOf, reachableBindings } from '../../src/ui/keys.ts';

describe.each(keyModes)('%s', (mode) => {
  test('gives every key of its own one meaning', () => {
    const keys = ownBindings(mode).flatMap((binding) => binding.keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('can be left', () => {
    const actions = reachableBindings(mode).map(({ action }) => action);
    expect(actions.some((action) => ['back', 'quit', 'log'].includes(action))).toBe(true);
  });

  test.each([58, 78, 118])('fits its keys into %i columns', (width) => {
    expect(lineWidth(keyBar(mode, {}, width))).toBeLessThanOrEqual(width);
  });

  test('keeps the way back and the help in the bar', () => {
    const bar = plainText(keyBar(mode, {}, 58));
    if (!keysOf(mode).isTyping) expect(bar).toContain('? keys');
    if (findBinding(mode, 'escape')?.label !== undefined) expect(bar).toContain('Esc');
  });
});

test('typing modes leave letters to the text', () => {
  expect(findBinding('search', 'q')).toBeUndefined();
  expect(findBinding('editing', '?')).toBeUndefined();
});

test('the first group that knows a key wins', () => {
  expect(findBinding('exercise', 'g')?.action).toBe('grade');
  expect(findBinding('reading', 'g')?.action).toBe('top');
});

test('a label can be changed or left out', () => {
  const bar = plainText(
    keyBar('home', { confirm: 'continue', search: false, 'change-path': false }, 78),
  );
  expect(bar).toBe('Enter continue   ↑↓ move   z quiz   q quit   ? keys');
});

test('a key can be named otherwise, where fewer of its keys mean something', () => {
  const bar = plainText(
    keyBar('quizTicking', { 'number-1': { key: '1 to 4', label: 'tick' } }, 78),
  );
  expect(bar).toContain('   1 to 4 tick   ');
  expect(bar).not.toContain('1 to 5');
});

test('the table for the README has a row for each key', () => {
  const table = keysAsMarkdown();
  expect(table).toContain('| Exercise | `h` | show the next hint for the first failed check |');
  expect(table).toContain('| Everywhere | `?` | show the keys of this screen |');
  const rows = keySections().flatMap(({ title, bindings }) =>
    bindings.map(({ shown }) => `${title} ${shown}`),
  );
  expect(rows).toEqual([...new Set(rows)]);
  expect(table.split('\n').every((line) => line === '' || line.startsWith('|'))).toBe(true);
});

test('the README has that table, word for word', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const shown = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/.exec(readme)?.[1];
  expect(shown).toBe(keysAsMarkdown().trim());
});
