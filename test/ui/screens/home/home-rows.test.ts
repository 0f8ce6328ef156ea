import { expect, test } from 'vitest';
import { emptyProgress, foldProgress, nextStep } from '../../../../src/model/progress.ts';
import {
  describeRow,
  homeRows,
  moveMark,
  screenOfRow,
} from '../../../../src/ui/screens/home/home-rows.ts';
import { courseIndex } from '../../course-fixture.ts';

const step = nextStep(emptyProgress, courseIndex);
const rows = homeRows(courseIndex, step, 'lab:predict');

test('what is next, lessons, labs, and the exercises of the lab that is marked', () => {
  const closed = ['next', 'lesson:what-is-fastapi', 'lesson:validation', 'lesson:long'];
  expect(homeRows(courseIndex, step).map(({ id }) => id)).toEqual([...closed, 'lab:predict']);
  const opened = homeRows(courseIndex, step, 'exercise:predict/answer-422');
  expect(opened.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  expect(rows.map(({ id }) => id)).toEqual([
    'next',
    'lesson:what-is-fastapi',
    'lesson:validation',
    'lesson:long',
    'lab:predict',
    'exercise:predict/type-the-input',
    'exercise:predict/answer-422',
  ]);
});

test('the mark stops at both ends', () => {
  expect(moveMark(rows, undefined, 'up')).toBe('next');
  expect(moveMark(rows, 'next', 'down')).toBe('lesson:what-is-fastapi');
  expect(moveMark(rows, 'exercise:predict/answer-422', 'down')).toBe('exercise:predict/answer-422');
  expect(moveMark(rows, 'gone', 'last')).toBe('exercise:predict/answer-422');
});

test('a lesson opens at its first open beat', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const progress = foldProgress([{ at, kind: 'beat-finished', lesson: 'validation', beat: 'say' }]);
  const row = rows.find(({ id }) => id === 'lesson:validation');
  expect(row && screenOfRow(row, progress)).toEqual({
    name: 'lesson',
    id: 'validation',
    beat: 'see',
  });
});

test('says how an exercise stands', () => {
  const row = rows.at(-1);
  expect(row && describeRow(row, emptyProgress)).toBe('predict/answer-422: about 12 minutes.');
});
