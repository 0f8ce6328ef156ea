import { expect, test } from 'vitest';
import { clipSourceLine, placeOf } from '../../src/servers/source-line.ts';

test('a line that fits is left as it is', () => {
  expect(clipSourceLine('const x = ;', 11)).toBe('const x = ;');
});

test('of a very long line what lies around the column is shown', () => {
  const text = `${'a'.repeat(150_000)}HERE${'b'.repeat(150_000)}`;
  const clipped = clipSourceLine(text, 150_001);
  expect(clipped.length).toBeLessThan(250);
  expect(clipped).toMatch(/^…a{80}HEREb+…$/);
});

test('the place of an error is in the file that it names', () => {
  expect(placeOf('handler.ts', { message: 'x', file: '/x/input.ts', line: 3 })).toBe(
    'input.ts, line 3',
  );
  expect(placeOf('handler.ts', { message: 'x' })).toBe('handler.ts');
});
