import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { saveWhole } from '../files/save-whole.ts';
import type { Exercise } from '../model/course.ts';
import { errorCode, explainFileFailure } from '../model/error-code.ts';
import { brokenLinks, linkDependencies } from './dependency-links.ts';
import { isWorkspace } from './find-workspace.ts';
import { workspaceFiles } from './workspace-files.ts';
import {
  type ExerciseFiles,
  exerciseFiles,
  resetExerciseFiles,
  writeExercise,
  writeIfAbsent,
} from './write-exercise.ts';

/** What became of it, in a sentence or two for the learner. */
export type WorkspaceOutcome = { isOk: boolean; message: string };

/**
 * Makes a workspace, or completes one. Nothing that is there is overwritten.
 * The marker comes last: a folder that could not be finished is not taken for a workspace.
 */
export function createWorkspace(options: {
  folder: string;
  packageRoot: string;
  exercises: Exercise[];
}): WorkspaceOutcome {
  const folder = resolve(options.folder);
  return attempt(`The workspace ${folder} cannot be made`, () => {
    const wasThere = isWorkspace(folder);
    makeFolder(folder);
    for (const exercise of options.exercises) writeExercise(folder, exercise);
    const links = tryLinking(folder, options.packageRoot);
    for (const [name, text] of Object.entries(workspaceFiles()).reverse()) {
      writeIfAbsent(join(folder, name), text);
    }
    const done = wasThere
      ? `The workspace ${folder} is complete. Nothing in it was overwritten.`
      : `Your workspace is ready in ${folder}: ${countOf(options.exercises.length, 'exercise')}, each with task.md and handler.ts.`;
    return links === undefined ? done : `${done} ${links}`;
  });
}

/** Mends the links that point nowhere. Returns the names of those put right; never throws. */
export function mendWorkspace(folder: string, packageRoot: string): string[] {
  if (brokenLinks(folder).length === 0) return [];
  try {
    return linkDependencies(folder, packageRoot).linked;
  } catch {
    return [];
  }
}

/**
 * Makes one exercise's folder in the workspace, or what is missing of it. `note` tells of a handler that was
 * deleted: the starter now lies in its place.
 */
export function openExerciseFolder(
  workspace: string,
  exercise: Exercise,
): (ExerciseFiles & { note?: string }) | { problem: string } {
  try {
    const { folder, handlerFile } = exerciseFiles(workspace, exercise.id);
    const wasDeleted = existsSync(folder) && !existsSync(handlerFile);
    const files = writeExercise(workspace, exercise);
    if (!wasDeleted) return files;
    return { ...files, note: `${handlerFile} was not there; the starter was put there.` };
  } catch (error) {
    return {
      problem: failure(`The folder for ${exercise.id} cannot be made in ${workspace}`, error),
    };
  }
}

/** Puts an exercise's starter back. The old handler was kept before as the attempt of that number. */
export function resetExercise(
  workspace: string,
  exercise: Exercise,
  keptAs: number | undefined,
): WorkspaceOutcome {
  return attempt(`${exercise.id} cannot be reset in ${workspace}`, () => {
    const isChanged = resetExerciseFiles(workspace, exercise);
    if (!isChanged) return `${exercise.id} is as it was at the start.`;
    return `${exercise.id} starts afresh.${keptAs === undefined ? '' : ` Your old handler is kept as attempt ${keptAs}.`}`;
  });
}

/** Puts the text of an earlier attempt in the handler's place. */
export function restoreHandler(
  handlerFile: string,
  text: string,
  number: number,
  keptAs: number | undefined,
): WorkspaceOutcome {
  return attempt(`${handlerFile} cannot be written`, () => {
    makeFolder(dirname(handlerFile));
    saveWhole(handlerFile, text);
    return `Your handler is the file of attempt ${number} again.${keptAs === undefined ? '' : ` What was there is kept as attempt ${keptAs}.`}`;
  });
}

function tryLinking(folder: string, packageRoot: string): string | undefined {
  try {
    const { missing } = linkDependencies(folder, packageRoot);
    if (missing.length === 0) return undefined;
    return `Your editor will not find ${missing.join(', ')}; grading works all the same.`;
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOSPC' || code === 'EROFS') throw error;
    return `Links to hono and zod cannot be made there (${explainFileFailure(code)}), so your editor will not find them; grading works all the same.`;
  }
}

function attempt(what: string, act: () => string): WorkspaceOutcome {
  try {
    return { isOk: true, message: act() };
  } catch (error) {
    return { isOk: false, message: failure(what, error) };
  }
}

function failure(what: string, error: unknown): string {
  return `${what}: ${explainFileFailure(errorCode(error))}. Choose another folder: api-labs init <folder>.`;
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
