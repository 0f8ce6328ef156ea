import { expect, test } from 'vitest';
import { emptyProgress, foldProgress } from '../../../../src/model/progress.ts';
import {
  describeRow,
  homeRows,
  moveMark,
  screenOfRow,
} from '../../../../src/ui/screens/home/home-rows.ts';
import { courseIndex } from '../../course-fixture.ts';

const rows = homeRows(courseIndex, emptyProgress, 'lab:predict');

test('what is next, lessons, labs, and the exercises of the lab that is marked', () => {
  const closed = ['next', 'path', 'lesson:what-is-fastapi', 'lesson:validation', 'lesson:long'];
  expect(homeRows(courseIndex, emptyProgress).map(({ id }) => id)).toEqual([
    ...closed,
    'lab:predict',
  ]);
  const opened = homeRows(courseIndex, emptyProgress, 'exercise:predict/answer-422');
  expect(opened.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  expect(rows.map(({ id }) => id)).toEqual([
    'next',
    'path',
    'lesson:what-is-fastapi',
    'lesson:validation',
    'lesson:long',
    'lab:predict',
    'exercise:predict/type-the-input',
    'exercise:predict/answer-422',
  ]);
});

test('the mark stops at both ends', () => {
  expect(moveMark(rows, undefined, 'up', 3)).toBe('next');
  expect(moveMark(rows, 'path', 'down', 3)).toBe('lesson:what-is-fastapi');
  expect(moveMark(rows, 'exercise:predict/answer-422', 'down', 3)).toBe(
    'exercise:predict/answer-422',
  );
  expect(moveMark(rows, 'next', 'labs', 3)).toBe('lab:predict');
  expect(moveMark(rows, 'gone', 'last', 3)).toBe('exercise:predict/answer-422');
});

test('a page moves the mark by as many rows, and no further than the ends', () => {
  expect(moveMark(rows, 'next', 'page-down', 3)).toBe('lesson:validation');
  expect(moveMark(rows, 'lesson:validation', 'page-down', 30)).toBe('exercise:predict/answer-422');
  expect(moveMark(rows, 'lesson:long', 'page-up', 3)).toBe('path');
  expect(moveMark(rows, 'lesson:long', 'page-up', 30)).toBe('next');
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

test('a beat that was left half read comes first, on its row and as what is next', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const lesson = 'what-is-fastapi';
  const leftBeatOf = (id: string) => (id === lesson ? 'defend' : undefined);
  const row = rows.find(({ id }) => id === `lesson:${lesson}`);
  const defend = { name: 'lesson', id: lesson, beat: 'defend' };
  expect(row && screenOfRow(row, emptyProgress, leftBeatOf)).toEqual(defend);
  const nextOf = (progress = emptyProgress) =>
    homeRows(courseIndex, progress, undefined, leftBeatOf)[0];
  expect(nextOf()).toMatchObject({ step: { kind: 'beat', beat: 'defend' } });
  const done = foldProgress([{ at, kind: 'beat-finished', lesson, beat: 'defend' }]);
  expect(nextOf(done)).toMatchObject({ step: { kind: 'beat', beat: 'say' } });
});

test('who has just come and chosen no path is told of the short one', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const sayOfNext = (events: Parameters<typeof foldProgress>[0]) => {
    const progress = foldProgress(events);
    const [next] = homeRows(courseIndex, progress);
    return next && describeRow(next, progress);
  };
  expect(sayOfNext([])).toBe('Interview tomorrow? Press p for the short path: 1 lesson in 23 min.');
  const summary = 'The one-line definition, and what each word of it stands for.';
  expect(sayOfNext([{ at, kind: 'path-chosen', path: 'properly' }])).toBe(summary);
  expect(sayOfNext([{ at, kind: 'beat-finished', lesson: 'what-is-fastapi', beat: 'say' }])).toBe(
    summary,
  );
});

test('says how an exercise stands', () => {
  const row = rows.at(-1);
  expect(row && describeRow(row, emptyProgress)).toBe('predict/answer-422: about 12 minutes.');
});

test('a path marks the lessons that it leaves out, and takes only its own exercises', () => {
  const at = '2026-01-01T00:00:00.000Z';
  const progress = foldProgress([{ at, kind: 'path-chosen', path: 'tomorrow' }]);
  const lessonRows = homeRows(courseIndex, progress).filter((row) => row.kind === 'lesson');
  expect(lessonRows.map(({ id, isOnPath }) => [id, isOnPath])).toEqual([
    ['lesson:what-is-fastapi', false],
    ['lesson:validation', true],
    ['lesson:long', false],
  ]);
  expect(lessonRows[1]?.lesson.exercises).toEqual(['predict/answer-422']);
  const [next, path] = homeRows(courseIndex, progress);
  expect(next?.kind === 'next' && next.step.kind === 'beat' && next.step.lesson.id).toBe(
    'validation',
  );
  expect(path && describeRow(path, progress)).toBe(
    'Interview tomorrow: 1 lesson, 2 questions, 1 exercise, 23 min in all. Enter takes another path.',
  );
});
