import { expect, test } from 'vitest';
import type { PathName } from '../../../../src/model/course.ts';
import { listExercises } from '../../../../src/model/course.ts';
import { foldProgress } from '../../../../src/model/progress.ts';
import { homeLines } from '../../../../src/ui/screens/home/home-lines.ts';
import { homeRows } from '../../../../src/ui/screens/home/home-rows.ts';
import { courseIndex } from '../../course-fixture.ts';

/** The heading of the lessons on a path of a course. */
function heading(path: PathName, width: number, index = courseIndex): string | undefined {
  const progress = foldProgress([{ at: '2026-01-01T00:00:00.000Z', kind: 'path-chosen', path }]);
  const rows = homeRows(index, progress);
  const exercises = listExercises(index);
  const { lines } = homeLines({
    ...{ rows, progress, exercises, width },
    selected: 'next',
    runs: {},
    questions: {},
  });
  return lines
    .map((line) => line.map(({ text }) => text).join(''))
    .find((line) => line.includes('LESSONS'));
}

test('a dash in place of a beat is explained beside the beats', () => {
  expect(heading('tomorrow', 78)).toMatch(/LESSONS {3}– no exercise on this path +say see run/);
  expect(heading('properly', 78)).toMatch(/LESSONS {3}– no exercise +say see run/);
  expect(heading('tomorrow', 58)).toMatch(/LESSONS {3}– no exercise +say see run build defend/);
});

test('nothing is said of a dash where there is none', () => {
  const lessons = courseIndex.lessons.filter(({ exercises }) => exercises.length > 0);
  expect(heading('properly', 78, { ...courseIndex, lessons })).toMatch(/LESSONS +say see run/);
});
