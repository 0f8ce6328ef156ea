import { beatNames, type CourseIndex, type LessonSummary, listExercises } from './course.ts';
import { exerciseProgress, isBeatDone, type Progress } from './progress.ts';

const readableBeats = beatNames.filter((beat) => beat !== 'build');

/** Minutes of reading left in a lesson, its exercises not counted. */
export function lessonMinutesLeft(progress: Progress, lesson: LessonSummary): number {
  const open = readableBeats.filter((beat) => !isBeatDone(progress, lesson, beat)).length;
  return Math.ceil((lesson.minutes * open) / readableBeats.length);
}

/** Minutes left in the course, exercises included. */
export function courseMinutesLeft(progress: Progress, index: CourseIndex): number {
  const lessons = index.lessons.map((lesson) => lessonMinutesLeft(progress, lesson));
  const exercises = listExercises(index).map((exercise) =>
    exerciseProgress(progress, exercise.id).status === 'passed' ? 0 : exercise.minutes,
  );
  return [...lessons, ...exercises].reduce((sum, minutes) => sum + minutes, 0);
}

/** `45 min`, `2 h 05 min`. */
export function formatMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
