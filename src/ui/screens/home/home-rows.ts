import type {
  CourseIndex,
  ExerciseSummary,
  LabSummary,
  LessonSummary,
} from '../../../model/course.ts';
import { beatNames } from '../../../model/course.ts';
import {
  exerciseProgress,
  isBeatDone,
  type NextStep,
  type Progress,
} from '../../../model/progress.ts';
import { type Screen, screenOfStep } from '../../screen.ts';

/** What can be marked on the course map. */
export type HomeRow =
  | { id: 'next'; kind: 'next'; step: NextStep }
  | { id: string; kind: 'lesson'; lesson: LessonSummary }
  | { id: string; kind: 'lab'; lab: LabSummary }
  | { id: string; kind: 'exercise'; exercise: ExerciseSummary };

/** The rows from top to bottom: what is next, the lessons, the labs; the exercises only of the lab that is marked. */
export function homeRows(index: CourseIndex, step: NextStep, selected?: string): HomeRow[] {
  const isOpen = (lab: LabSummary) =>
    selected === `lab:${lab.id}` ||
    lab.exercises.some((exercise) => selected === `exercise:${exercise.id}`);
  const lessons = index.lessons.map(
    (lesson): HomeRow => ({ id: `lesson:${lesson.id}`, kind: 'lesson', lesson }),
  );
  const labs = index.labs.flatMap((lab): HomeRow[] => [
    { id: `lab:${lab.id}`, kind: 'lab', lab },
    ...(isOpen(lab) ? lab.exercises : []).map(
      (exercise): HomeRow => ({ id: `exercise:${exercise.id}`, kind: 'exercise', exercise }),
    ),
  ]);
  return [{ id: 'next', kind: 'next', step }, ...lessons, ...labs];
}

export type HomeMove = 'up' | 'down' | 'first' | 'last';

/** The row marked after a move; an unknown one counts as the first. */
export function moveMark(rows: HomeRow[], selected: string | undefined, move: HomeMove): string {
  const current = Math.max(
    0,
    rows.findIndex((row) => row.id === selected),
  );
  const target = {
    up: Math.max(0, current - 1),
    down: Math.min(rows.length - 1, current + 1),
    first: 0,
    last: rows.length - 1,
  }[move];
  return rows[target]?.id ?? 'next';
}

/** Where opening a row leads. A lesson opens at its first beat that is not done. */
export function screenOfRow(row: HomeRow, progress: Progress): Screen {
  switch (row.kind) {
    case 'next':
      return screenOfStep(row.step);
    case 'lesson': {
      const { lesson } = row;
      const beat = beatNames.find((name) => !isBeatDone(progress, lesson, name)) ?? 'say';
      return { name: 'lesson', id: lesson.id, beat };
    }
    case 'lab':
      return { name: 'lab', id: row.lab.id };
    case 'exercise':
      return { name: 'exercise', id: row.exercise.id };
    default:
      return row satisfies never;
  }
}

/** One sentence on what a row is, for the foot of the map. */
export function describeRow(row: HomeRow, progress: Progress): string {
  switch (row.kind) {
    case 'next':
      return row.step.kind === 'finished'
        ? 'Every beat is done. Open any lesson to practise it again.'
        : row.step.lesson.summary;
    case 'lesson':
      return row.lesson.summary;
    case 'lab':
      return row.lab.summary;
    case 'exercise': {
      const { status, attempts } = exerciseProgress(progress, row.exercise.id);
      const tries = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
      if (status === 'passed') return `${row.exercise.id}: passed after ${tries}.`;
      return attempts === 0
        ? `${row.exercise.id}: about ${row.exercise.minutes} minutes.`
        : `${row.exercise.id}: ${tries}, not passed yet.`;
    }
    default:
      return row satisfies never;
  }
}
