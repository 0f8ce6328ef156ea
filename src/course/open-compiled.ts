import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CourseIndex, Exercise, Lab, Lesson } from '../model/course.ts';

/** The course as it was built. Loading an id that is not in the index rejects. */
export type CompiledCourse = {
  index: CourseIndex;
  loadLesson: (id: string) => Promise<Lesson>;
  loadLab: (id: string) => Promise<Lab>;
  loadExercise: (id: string) => Promise<Exercise>;
};

const remedy = 'Install api-labs again, or run npm run build in a clone.';

/** Opens `dist/course`; gives the problem in one sentence and a remedy when it is not whole. */
export function openCompiledCourse(packageRoot: string): CompiledCourse | { problem: string } {
  const folder = join(packageRoot, 'dist', 'course');
  let index: unknown;
  try {
    index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
  } catch (error) {
    const state = error instanceof SyntaxError ? 'is damaged' : 'cannot be read';
    return { problem: `The built course in ${folder} ${state}. ${remedy}` };
  }
  if (!isCourseIndex(index)) {
    return { problem: `The built course in ${folder} is of another version. ${remedy}` };
  }
  const inPackage = (path: string): string => join(packageRoot, path);
  return {
    index,
    loadLesson: (id) => load(folder, 'lessons', id, isLesson),
    loadLab: async (id) => {
      const lab = await load(folder, 'labs', id, isLab);
      const { race } = lab;
      const found = { ...lab, serverFile: inPackage(lab.serverFile) };
      if (race === undefined) return found;
      const entrants = race.entrants.map((one) => ({ ...one, file: inPackage(one.file) }));
      return { ...found, race: { ...race, entrants } };
    },
    loadExercise: async (id) => {
      const exercise = await load(folder, 'exercises', id, isExercise);
      const { checksFile, assets } = exercise;
      return { ...exercise, checksFile: inPackage(checksFile), assets: assets.map(inPackage) };
    },
  };
}

async function load<T extends { id: string }>(
  folder: string,
  kind: string,
  id: string,
  isWhole: (part: unknown) => part is T,
): Promise<T> {
  const file = join(folder, kind, `${id}.json`);
  try {
    const part: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (isWhole(part) && part.id === id) return part;
  } catch {
    // Said below, in the same words for every way in which the file can be unusable.
  }
  throw new Error(`The built course has no usable ${file}. ${remedy}`);
}

// The build wrote these files from parsed values: one telling key per kind is enough to trust them.

function isCourseIndex(value: unknown): value is CourseIndex {
  return (
    hasList(value, 'lessons') &&
    hasList(value, 'labs') &&
    'schemaVersion' in value &&
    value.schemaVersion === 1
  );
}

function isLesson(value: unknown): value is Lesson {
  return hasList(value, 'questions') && 'beats' in value;
}

function isLab(value: unknown): value is Lab {
  return hasList(value, 'requests') && 'serverFile' in value;
}

function isExercise(value: unknown): value is Exercise {
  return hasList(value, 'assets') && 'checksFile' in value;
}

function hasList(value: unknown, key: string): value is object {
  return (
    typeof value === 'object' &&
    value !== null &&
    Array.isArray(Object.getOwnPropertyDescriptor(value, key)?.value)
  );
}
