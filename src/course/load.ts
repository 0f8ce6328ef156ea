import { resolve } from 'node:path';
import {
  beatNames,
  type Course,
  type CourseProblem,
  type Exercise,
  type ExerciseSummary,
  type Lab,
  type Lesson,
} from '../model/course.ts';
import { readCodeLibrary } from './code-library.ts';
import { type Highlight, plainLines } from './code-lines.ts';
import { readExercise } from './exercise.ts';
import { readLab } from './lab.ts';
import { readLesson } from './lesson.ts';
import { createProblemList } from './problems.ts';
import { createIdRegister, type Reading } from './reading.ts';
import { readRecordedSchemas } from './recorded-schemas.ts';
import { type CourseTree, readTree } from './tree.ts';

/** A course that could be read whole, or everything that is wrong with it. */
export type LoadedCourse = { course?: Course; problems: CourseProblem[] };

/** Reads `lessons/` and `labs/` of a folder. Never throws for what stands in them. */
export async function loadCourse(
  folder: string,
  { highlight = plainLines }: { highlight?: Highlight } = {},
): Promise<LoadedCourse> {
  const root = resolve(folder);
  const list = createProblemList();
  const tree = await readTree(root, list);
  const library = await readCodeLibrary(root, tree, list);
  const known = knownIds(tree);
  const schemas = await readRecordedSchemas(root, tree);
  const ids = createIdRegister();
  const reading: Reading = { root, list, highlight, library, schemas, known, ids };

  const lessons: (Lesson | undefined)[] = [];
  for (const [index, lesson] of tree.lessons.entries()) {
    lessons.push(await readLesson(lesson, index + 1, reading));
  }
  const labs: (Lab | undefined)[] = [];
  const exercises: (Exercise | undefined)[] = [];
  for (const [index, lab] of tree.labs.entries()) {
    const inLab: (Exercise | undefined)[] = [];
    for (const exercise of lab.exercises) inLab.push(await readExercise(exercise, lab, reading));
    labs.push(await readLab(lab, index + 1, inLab.filter(isRead).map(summarize), reading));
    exercises.push(...inLab);
  }

  const problems = list.sorted();
  if (problems.length > 0) return { problems };
  return {
    course: {
      lessons: lessons.filter(isRead),
      labs: labs.filter(isRead),
      exercises: exercises.filter(isRead),
    },
    problems,
  };
}

function isRead<T>(part: T | undefined): part is T {
  return part !== undefined;
}

function summarize({ id, title, minutes, path, mistakes }: Exercise): ExerciseSummary {
  return { id, title, minutes, path, mistakes };
}

function knownIds({ lessons, labs }: CourseTree): Reading['known'] {
  const lessonIds = lessons.map(({ slug }) => slug);
  return {
    lessons: lessonIds,
    lessonPlaces: lessonIds.flatMap((id) => [id, ...beatNames.map((beat) => `${id}/${beat}`)]),
    labs: labs.map(({ slug }) => slug),
    exercises: labs.flatMap((lab) => lab.exercises.map(({ slug }) => `${lab.slug}/${slug}`)),
  };
}
