import { beatNames, type CourseIndex, type LessonSummary, listExercises } from './course.ts';
import { exerciseProgress, isBeatDone, type Progress } from './progress.ts';

const readableBeats = beatNames.filter((beat) => beat !== 'build');

/** To say an answer aloud, about 90 words, and to read what stands beside it, about 200. */
const minutesPerQuestion = 1.5;

/** Minutes left in a lesson with so many questions, its exercises not counted. */
export function lessonMinutesLeft(
  progress: Progress,
  lesson: LessonSummary,
  questions: number,
): number {
  const open = readableBeats.filter((beat) => !isBeatDone(progress, lesson, beat));
  const reading = (lesson.minutes * open.length) / readableBeats.length;
  return Math.ceil(reading + (open.includes('defend') ? questions * minutesPerQuestion : 0));
}

/** Minutes left in the course, exercises included. */
export function courseMinutesLeft(progress: Progress, index: CourseIndex): number {
  const lessons = index.lessons.map((lesson) =>
    lessonMinutesLeft(progress, lesson, index.questions[lesson.id] ?? 0),
  );
  const exercises = listExercises(index).map((exercise) =>
    exerciseProgress(progress, exercise.id).status === 'passed' ? 0 : exercise.minutes,
  );
  return [...lessons, ...exercises].reduce((sum, minutes) => sum + minutes, 0);
}

/** `45 min`, `2 h 05 min`; from ten hours on only `14 h`, as nobody knows the minutes of so much. */
export function formatMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes >= 600) return `${Math.round(minutes / 60)} h`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}
