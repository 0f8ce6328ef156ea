import { expect, test } from 'vitest';
import { plainText } from '../../../../src/model/lines.ts';
import type { KeyMode } from '../../../../src/ui/keys.ts';
import { helpLines } from '../../../../src/ui/screens/help/help-screen.tsx';

/** What help says works everywhere, when it is opened from a screen in this mode. */
function everywhere(mode: KeyMode): string {
  const [, after = ''] = helpLines(mode, 80, '1.0.0')
    .map(plainText)
    .join('\n')
    .split('Everywhere\n');
  return after.slice(0, after.indexOf('\n\n'));
}

test('what is said to work everywhere works on the screen that help was opened from', () => {
  expect(everywhere('reading')).toContain('PageDown Space  scroll down a page');
  expect(everywhere('home')).not.toContain('scroll');
  expect(everywhere('home')).toContain('/               find anything');
  expect(everywhere('quizChoosing')).toContain('PageDown Space  scroll down a page');
  expect(everywhere('quizChoosing')).not.toContain('go to the top');
});

test('a key that means another thing there is not named, though its neighbour is', () => {
  expect(everywhere('exercise')).toMatch(/\n {2}Home {10} {2}go to the top\n/);
  expect(everywhere('lab')).toMatch(/\n {2}k {13} {2}scroll up\n {2}j {13} {2}scroll down\n/);
  expect(everywhere('reading')).toContain('g Home          go to the top');
});

test('the keys between beats stand with those of the beat', () => {
  const headings = (mode: KeyMode) =>
    helpLines(mode, 80, '1.0.0')
      .map(plainText)
      .filter((line) => /^\S/.test(line));
  expect(headings('defending').slice(0, 3)).toEqual([
    'This screen: Lesson: Defend it',
    'Lesson: every beat',
    'Everywhere',
  ]);
  expect(headings('lab').slice(0, 2)).toEqual(['This screen: Lab', 'Everywhere']);
  expect(headings('lab').filter((line) => line === 'Lesson: every beat')).toHaveLength(1);
});
