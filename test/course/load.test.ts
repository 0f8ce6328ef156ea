import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCourse } from '../../src/course/load.ts';
import {
  type Change,
  cardsFile,
  change,
  findProblems,
  lessonFile,
  smallCourse,
} from './broken-course.ts';

describe('what is accepted', () => {
  test.each<[string, Change[]]>([
    ['the course as it is', []],
    [
      'line ends of Windows',
      [change(cardsFile, '\n', '\r\n'), change(lessonFile, '---\n', '---\r\n')],
    ],
    [
      'a byte order mark',
      [change(lessonFile, '---\n', '\uFEFF---\n'), change(cardsFile, '- id', '\uFEFF- id')],
    ],
    ['what tools leave behind', [{ folder: 'labs/10-hello/__pycache__' }]],
    [
      'a link that leads to a file',
      [
        { write: 'cards.yaml', content: '- { id: other, ask: a, answer: b }\n' },
        { remove: cardsFile },
        { link: cardsFile, to: '../../cards.yaml' },
      ],
    ],
  ])('%s', async (_, changes) => {
    expect(await findProblems(changes)).toEqual([]);
  });
});

test('the small course is read whole', async () => {
  const { course } = await loadCourse(smallCourse);
  const text = JSON.stringify(course, null, 2).replaceAll(join(smallCourse, '/'), '<root>/');
  await expect(text).toMatchFileSnapshot('./fixtures/small-course.json');
});
