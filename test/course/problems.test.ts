import { expect, test } from 'vitest';
import {
  createProblemList,
  formatProblems,
  shorten,
  suggestName,
} from '../../src/course/problems.ts';

test('problems are listed by file and line, with their remedies', () => {
  const list = createProblemList();
  const report = list.reportIn('lessons/10-greet/lesson.md');
  report({ place: 'line 12, minutes', value: 'x', problem: 'Late.', remedy: 'Mend it.' });
  report({ place: 'line 3', value: '', problem: 'Early.', remedy: 'Mend it too.' });
  list.reportIn('labs/x')({ place: 'folder', value: '', problem: 'Odd.', remedy: 'Move it.' });
  expect(formatProblems(list.sorted())).toBe(
    [
      'labs/x',
      '  folder: Odd.',
      '    Move it.',
      '',
      'lessons/10-greet/lesson.md',
      '  line 3: Early.',
      '    Mend it too.',
      '  line 12, minutes: Late. Found: x',
      '    Mend it.',
      '',
      '3 problems in 2 files.',
    ].join('\n'),
  );
});

test('a course without problems is said in one line', () => {
  expect(formatProblems([])).toBe('The course has no problems.');
});

test('values are shortened to one line without breaking a character', () => {
  expect(shorten(' a\n  b ')).toBe('a b');
  expect(shorten('🎉'.repeat(61))).toBe(`${'🎉'.repeat(59)}…`);
});

test.each([
  ['gret', ['greet', 'recap'], 'Did you mean greet?'],
  ['zzzzz', ['greet', 'recap'], 'Use one of: greet, recap.'],
  ['zzzzz', [], 'There is none yet: add it, or take this out.'],
])('%s is answered with a name that exists', (name, names, remedy) => {
  expect(suggestName(name, names)).toBe(remedy);
});
