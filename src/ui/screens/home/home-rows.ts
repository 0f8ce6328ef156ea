import type {
  CourseIndex,
  ExerciseSummary,
  LabSummary,
  LessonSummary,
} from '../../../model/course.ts';
import { type BeatName, beatNames, type PathName, pathTitles } from '../../../model/course.ts';
import { formatMinutes } from '../../../model/minutes-left.ts';
import {
  chosenPath,
  measurePaths,
  nextPath,
  ownCourse,
  type PathLength,
} from '../../../model/path.ts';
import {
  exerciseProgress,
  isBeatDone,
  type NextStep,
  nextStep,
  type Progress,
  shareDone,
} from '../../../model/progress.ts';
import { type Screen, screenOfStep } from '../../screen.ts';

/** What can be marked on the course map. */
export type HomeRow =
  /** `shortest` is a path that takes less time, for who has just come and chosen none. */
  | { id: 'next'; kind: 'next'; step: NextStep; shortest: PathLength | undefined }
  | { id: 'path'; kind: 'path'; lengths: PathLength[] }
  /** `isOnPath` is false for a lesson that the chosen path leaves out. */
  | { id: string; kind: 'lesson'; lesson: LessonSummary; isOnPath: boolean }
  | { id: string; kind: 'lab'; lab: LabSummary }
  | { id: string; kind: 'exercise'; exercise: ExerciseSummary };

/** The beat in which a lesson was left, if it was. */
export type LeftBeatOf = (lesson: string) => BeatName | undefined;

const nothingLeft: LeftBeatOf = () => undefined;

/** The rows from top to bottom: what is next, the lessons, the labs; the exercises only of the lab that is marked. */
export function homeRows(
  index: CourseIndex,
  progress: Progress,
  selected?: string,
  leftBeatOf = nothingLeft,
): HomeRow[] {
  const own = ownCourse(index, progress);
  const isOpen = (lab: LabSummary) =>
    selected === `lab:${lab.id}` ||
    lab.exercises.some((exercise) => selected === `exercise:${exercise.id}`);
  const lessons = index.lessons.map((lesson): HomeRow => {
    const onPath = own.lessons.find(({ id }) => id === lesson.id);
    const isOnPath = onPath !== undefined;
    return { id: `lesson:${lesson.id}`, kind: 'lesson', lesson: onPath ?? lesson, isOnPath };
  });
  const labs = index.labs.flatMap((lab): HomeRow[] => [
    { id: `lab:${lab.id}`, kind: 'lab', lab },
    ...(isOpen(lab) ? lab.exercises : []).map(
      (exercise): HomeRow => ({ id: `exercise:${exercise.id}`, kind: 'exercise', exercise }),
    ),
  ]);
  const lengths = measurePaths(index, progress);
  const isNew = progress.path === undefined && shareDone(progress, index) === 0;
  const shortest = isNew ? lengths[0] : undefined;
  return [
    { id: 'next', kind: 'next', step: stepFromLeft(progress, own, leftBeatOf), shortest },
    { id: 'path', kind: 'path', lengths },
    ...lessons,
    ...labs,
  ];
}

/** What is next; a beat that was left half read comes before what was passed over on the way to it. */
function stepFromLeft(progress: Progress, own: CourseIndex, leftBeatOf: LeftBeatOf): NextStep {
  const step = nextStep(progress, own);
  if (step.kind === 'finished') return step;
  const { lesson } = step;
  const beat = leftBeatOf(lesson.id);
  return beat === undefined || isBeatDone(progress, lesson, beat)
    ? step
    : { kind: 'beat', lesson, beat };
}

export type HomeMove = 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'labs' | 'last';

/** The row marked after a move, with so many rows to a page; an unknown one counts as the first. */
export function moveMark(
  rows: HomeRow[],
  selected: string | undefined,
  move: HomeMove,
  page: number,
): string {
  const current = Math.max(
    0,
    rows.findIndex((row) => row.id === selected),
  );
  const target = {
    up: Math.max(0, current - 1),
    down: Math.min(rows.length - 1, current + 1),
    'page-up': Math.max(0, current - page),
    'page-down': Math.min(rows.length - 1, current + page),
    first: 0,
    labs: rows.findIndex(({ kind }) => kind === 'lab'),
    last: rows.length - 1,
  }[move];
  return rows[target]?.id ?? 'next';
}

/** Where opening a row leads. A lesson opens where it was left, else at its first beat that is not done. */
export function screenOfRow(
  row: HomeRow,
  progress: Progress,
  leftBeatOf: LeftBeatOf = nothingLeft,
): Screen {
  switch (row.kind) {
    case 'next':
      return screenOfStep(row.step);
    case 'path':
      return { name: 'home', selected: 'path' };
    case 'lesson': {
      const { lesson } = row;
      const open = beatNames.find((name) => !isBeatDone(progress, lesson, name)) ?? 'say';
      return { name: 'lesson', id: lesson.id, beat: leftBeatOf(lesson.id) ?? open };
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
      if (row.step.kind === 'finished') return describeEnd(progress);
      return row.shortest === undefined ? row.step.lesson.summary : offerPath(row.shortest);
    case 'path':
      return describePath(row.lengths, chosenPath(progress));
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

/** What to do when nothing is left: the longer path, or all of it again. */
function describeEnd(progress: Progress): string {
  const path = chosenPath(progress);
  if (path === 'properly') return 'Every beat is done. Open any lesson to practise it again.';
  return `Nothing is left of it. z asks what you have learned, and Enter goes on with the path: ${pathTitles[nextPath(path)]}.`;
}

/** Who has little time would not look for a path that fits. */
function offerPath({ path, lessons, minutes }: PathLength): string {
  const ofLessons = lessons === 1 ? '1 lesson' : `${lessons} lessons`;
  return `${capitalized(pathTitles[path])}? Press p for the short path: ${ofLessons} in ${formatMinutes(minutes)}.`;
}

function describePath(lengths: PathLength[], path: PathName): string {
  const own = lengths.find((length) => length.path === path);
  if (own === undefined) return '';
  const lessons = own.lessons === 1 ? '1 lesson' : `${own.lessons} lessons`;
  const exercises = own.exercises === 1 ? '1 exercise' : `${own.exercises} exercises`;
  return `${capitalized(pathTitles[path])}: ${lessons}, ${own.questions} questions, ${exercises}, ${formatMinutes(own.minutes)} in all. Enter takes another path.`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
