import { expect, test } from 'vitest';
import { lineWidth } from '../../../../src/layout/width.ts';
import { plainText } from '../../../../src/model/lines.ts';
import {
  cutPath,
  shortPath,
  watchedLine,
} from '../../../../src/ui/screens/exercise/watched-file.ts';

test('a path below is shown from here, another one whole', () => {
  expect(shortPath('/home/me/api-labs/a.ts', '/home/me')).toBe('api-labs/a.ts');
  expect(shortPath('/tmp/a.ts', '/home/me')).toBe('/tmp/a.ts');
});

test('a long path loses its start', () => {
  expect(cutPath('/a/b/handler.ts', 12)).toBe('…/handler.ts');
  expect(cutPath('handler.ts', 12)).toBe('handler.ts');
  const line = watchedLine(`/home/${'x'.repeat(100)}/handler.ts`, 57);
  expect(lineWidth(line)).toBe(57);
  expect(plainText(line)).toMatch(/^watching ….*\/handler\.ts$/);
});
