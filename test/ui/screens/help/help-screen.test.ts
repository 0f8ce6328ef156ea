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
