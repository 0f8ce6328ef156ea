import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { saveWhole } from '../files/save-whole.ts';
import type { Exercise } from '../model/course.ts';

/** Where the learner's files for one exercise are. */
export type ExerciseFiles = { folder: string; handlerFile: string; taskFile: string };

/** The places of one exercise in a workspace, there or not. */
export function exerciseFiles(workspace: string, exercise: string): ExerciseFiles {
  const folder = join(workspace, ...exercise.split('/'));
  return { folder, handlerFile: join(folder, 'handler.ts'), taskFile: join(folder, 'task.md') };
}

/**
 * Makes an exercise's folder, or what is missing of it; what is there stays as it is.
 * Throws what the file system throws.
 */
export function writeExercise(workspace: string, exercise: Exercise): ExerciseFiles {
  const files = exerciseFiles(workspace, exercise.id);
  makeFolder(files.folder);
  writeIfAbsent(files.taskFile, exercise.taskMarkdown);
  writeIfAbsent(files.handlerFile, exercise.starter.text);
  for (const asset of exercise.assets) {
    const copy = join(files.folder, basename(asset));
    if (!existsSync(copy)) copyFileSync(asset, copy);
  }
  return files;
}

/** Writes a file whole or not at all, unless there is one. */
export function writeIfAbsent(file: string, text: string): void {
  if (!existsSync(file)) saveWhole(file, text);
}

/** Puts the starter back. Returns whether the handler was another file. Throws what the file system throws. */
export function resetExerciseFiles(workspace: string, exercise: Exercise): boolean {
  const { handlerFile } = exerciseFiles(workspace, exercise.id);
  const isChanged =
    existsSync(handlerFile) && readFileSync(handlerFile, 'utf8') !== exercise.starter.text;
  if (isChanged) saveWhole(handlerFile, exercise.starter.text);
  writeExercise(workspace, exercise);
  return isChanged;
}
