import { expect, test } from 'vitest';
import {
  chosenPath,
  measurePaths,
  narrowToPath,
  nextPath,
  nextStepAfter,
  questionsOnPath,
} from '../../src/model/path.ts';
import { emptyProgress, foldProgress, nextStep } from '../../src/model/progress.ts';
import { courseIndex, lessons } from '../ui/course-fixture.ts';

const at = '2026-01-01T00:00:00.000Z';

test('a longer path takes in the shorter ones', () => {
  const lessonsOn = (path: 'tomorrow' | 'week' | 'properly') =>
    narrowToPath(courseIndex, path).lessons.map(({ id }) => id);
  expect(lessonsOn('tomorrow')).toEqual(['validation']);
  expect(lessonsOn('week')).toEqual(['what-is-fastapi', 'validation']);
  expect(lessonsOn('properly')).toEqual(courseIndex.lessons.map(({ id }) => id));
});

test('what is left of each path goes down with what is done', () => {
  const lengths = (events: Parameters<typeof foldProgress>[0]) =>
    measurePaths(courseIndex, foldProgress(events)).map(({ minutes, minutesLeft }) => [
      minutes,
      minutesLeft,
    ]);
  expect(lengths([])).toEqual([
    [23, 23],
    [35, 35],
    [48, 48],
  ]);
  expect(lengths([{ at, kind: 'beat-finished', lesson: 'validation', beat: 'say' }])).toEqual([
    [23, 21],
    [35, 33],
    [48, 46],
  ]);
});

test('who has an evening is asked what comes first in interviews', () => {
  const [question] = lessons.flatMap(({ questions }) => questions);
  if (question === undefined) throw new Error('The course has no question.');
  const levels = ['senior', 'mid', 'screen', 'mid'] as const;
  const questions = levels.map((level, index) => ({ ...question, id: `${level}-${index}`, level }));
  const asked = (path: 'tomorrow' | 'week') => questionsOnPath(questions, path).map(({ id }) => id);
  expect(asked('tomorrow')).toEqual(['screen-2', 'mid-1']);
  expect(asked('week')).toEqual(['senior-0', 'mid-1', 'screen-2', 'mid-3']);
  const counts = (path: 'tomorrow' | 'week') =>
    Object.values(narrowToPath(courseIndex, path).questions);
  expect([counts('week'), counts('tomorrow')]).toEqual([
    [4, 2, 0],
    [2, 2, 0],
  ]);
});

test('without exercises of the path there is nothing to build on it', () => {
  const own = narrowToPath(courseIndex, 'tomorrow');
  const done = foldProgress(
    (['say', 'see', 'run'] as const).map((beat) => ({
      at,
      kind: 'beat-finished',
      lesson: 'validation',
      beat,
    })),
  );
  expect(nextStep(done, own)).toMatchObject({ kind: 'exercise', exercise: 'predict/answer-422' });
});

test('after an exercise its own lesson comes first, then what follows, then what was left before', () => {
  const read = (lesson: string, beat: 'say' | 'see' | 'run' | 'defend') =>
    ({ at, kind: 'beat-finished', lesson, beat }) as const;
  const pass = (exercise: string) => {
    const counts = { passed: 8, total: 8, durationMs: 90 };
    return { at, kind: 'verdict', exercise, status: 'passed', ...counts } as const;
  };
  const after = (events: Parameters<typeof foldProgress>[0]) =>
    nextStepAfter('predict/answer-422', foldProgress(events), courseIndex);
  const untilBuild = [
    read('validation', 'say'),
    read('validation', 'see'),
    read('validation', 'run'),
    pass('predict/answer-422'),
  ];
  expect(after(untilBuild)).toMatchObject({ exercise: 'predict/type-the-input' });
  const built = [...untilBuild, pass('predict/type-the-input')];
  expect(after(built)).toMatchObject({ lesson: { id: 'validation' }, beat: 'defend' });
  const whole = [...built, read('validation', 'defend')];
  expect(after(whole)).toMatchObject({ lesson: { id: 'long' }, beat: 'say' });
  const onWeek = { at, kind: 'path-chosen', path: 'week' } as const;
  expect(after([onWeek, ...whole])).toMatchObject({
    lesson: { id: 'what-is-fastapi' },
    beat: 'say',
  });
  const onTomorrow = { at, kind: 'path-chosen', path: 'tomorrow' } as const;
  expect(after([onTomorrow, ...whole])).toEqual({ kind: 'finished' });
});

test('whoever chose no path has time for all of it', () => {
  expect(chosenPath(emptyProgress)).toBe('properly');
  expect([nextPath('tomorrow'), nextPath('week'), nextPath('properly')]).toEqual([
    'week',
    'properly',
    'tomorrow',
  ]);
});
