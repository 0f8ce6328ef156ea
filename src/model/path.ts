import {
  type CourseIndex,
  listExercises,
  type PathName,
  pathNames,
  type Question,
  questionLevels,
} from './course.ts';
import { courseMinutesLeft } from './minutes-left.ts';
import { emptyProgress, type NextStep, nextStep, type Progress } from './progress.ts';

/** Whether what stands on one path is also on another, as long or longer. */
function isOnPath(part: { path: PathName }, path: PathName): boolean {
  return pathNames.indexOf(part.path) <= pathNames.indexOf(path);
}

/** Who has an evening is asked so many questions in each lesson. */
const questionsTomorrow = 2;

/** The questions that a path asks of a lesson's: all, or those that come first in interviews. */
export function questionsOnPath(questions: Question[], path: PathName): Question[] {
  if (path !== 'tomorrow') return questions;
  const rank = ({ level }: Question) => questionLevels.indexOf(level);
  return questions.toSorted((one, other) => rank(one) - rank(other)).slice(0, questionsTomorrow);
}

/** The course as a path takes it: only its lessons and its exercises; labs stay, as all can be run. */
export function narrowToPath(index: CourseIndex, path: PathName): CourseIndex {
  if (path === 'properly') return index;
  const exercises = new Set(
    listExercises(index)
      .filter((exercise) => isOnPath(exercise, path))
      .map(({ id }) => id),
  );
  return {
    ...index,
    lessons: index.lessons
      .filter((lesson) => isOnPath(lesson, path))
      .map((lesson) => ({
        ...lesson,
        exercises: lesson.exercises.filter((id) => exercises.has(id)),
      })),
    questions: Object.fromEntries(
      Object.entries(index.questions).map(([lesson, count]) => [
        lesson,
        path === 'tomorrow' ? Math.min(count, questionsTomorrow) : count,
      ]),
    ),
    labs: index.labs.map((lab) => ({
      ...lab,
      exercises: lab.exercises.filter(({ id }) => exercises.has(id)),
    })),
  };
}

/** The path that was chosen; who chose none has time for everything. */
export function chosenPath(progress: Progress): PathName {
  return progress.path ?? 'properly';
}

/** The course as the learner's own path takes it. */
export function ownCourse(index: CourseIndex, progress: Progress): CourseIndex {
  return narrowToPath(index, chosenPath(progress));
}

/** What is next on the own path after an exercise: the rest of its lesson, what follows that, then what was left before. */
export function nextStepAfter(exercise: string, progress: Progress, index: CourseIndex): NextStep {
  const own = ownCourse(index, progress);
  const lesson = index.lessons.find(({ exercises }) => exercises.includes(exercise));
  const place = Math.max(
    0,
    own.lessons.findIndex(({ id }) => id === lesson?.id),
  );
  const lessons = [...own.lessons.slice(place), ...own.lessons.slice(0, place)];
  return nextStep(progress, { ...own, lessons });
}

/** How much of a path there is, and how much of it is left. */
export type PathLength = {
  path: PathName;
  lessons: number;
  exercises: number;
  questions: number;
  minutes: number;
  minutesLeft: number;
};

/** All paths, the shortest first. */
export function measurePaths(index: CourseIndex, progress: Progress): PathLength[] {
  return pathNames.map((path) => {
    const own = narrowToPath(index, path);
    return {
      path,
      lessons: own.lessons.length,
      exercises: listExercises(own).length,
      questions: own.lessons.reduce((sum, { id }) => sum + (own.questions[id] ?? 0), 0),
      minutes: courseMinutesLeft(emptyProgress, own),
      minutesLeft: courseMinutesLeft(progress, own),
    };
  });
}

/** The path after this one; the shortest after the longest. */
export function nextPath(path: PathName): PathName {
  return pathNames[(pathNames.indexOf(path) + 1) % pathNames.length] ?? 'properly';
}
