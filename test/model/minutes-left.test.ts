import { expect, test } from 'vitest';
import {
  courseMinutesLeft,
  formatMinutes,
  lessonMinutesLeft,
} from '../../src/model/minutes-left.ts';
import { emptyProgress, foldProgress } from '../../src/model/progress.ts';
import { courseIndex, lessons } from '../ui/course-fixture.ts';

const at = '2026-01-01T00:00:00.000Z';

test('counts lessons by their open beats and exercises whole', () => {
  expect(courseMinutesLeft(emptyProgress, courseIndex)).toBe(12 + 11 + 5 + 8 + 12);
  const progress = foldProgress([
    { at, kind: 'beat-finished', lesson: 'validation', beat: 'say' },
    { at, kind: 'beat-finished', lesson: 'validation', beat: 'see' },
    {
      at,
      kind: 'verdict',
      exercise: 'predict/answer-422',
      status: 'passed',
      passed: 2,
      total: 2,
      durationMs: 80,
    },
  ]);
  expect(courseMinutesLeft(progress, courseIndex)).toBe(12 + 7 + 5 + 8);
  const validation = lessons.find(({ id }) => id === 'validation');
  expect(validation && lessonMinutesLeft(progress, validation, 4)).toBe(10);
});

test('says hours from sixty minutes on, and only those from ten hours on', () => {
  expect([59, 65, 599, 600, 819].map(formatMinutes)).toEqual([
    '59 min',
    '1 h 05 min',
    '9 h 59 min',
    '10 h',
    '14 h',
  ]);
});
