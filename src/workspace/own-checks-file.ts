import { basename } from 'node:path';
import { saveWhole } from '../files/save-whole.ts';
import { errorCode, explainFileFailure } from '../model/error-code.ts';
import { type NewOwnCheck, nextOwnId, type OwnChecks } from '../model/own-check.ts';
import { findOwnChecksFile, maxChecks, type OwnChecksFile } from './find-own-checks-file.ts';
import type { WorkspaceOutcome } from './workspace.ts';

/** The checks of one's own that lie beside a handler; those for another exercise are left out. */
export function readOwnChecks(handlerFile: string, exercise: string): OwnChecks {
  const found = findOwnChecksFile(handlerFile);
  const { file } = found;
  switch (found.kind) {
    case 'none':
      return { file, checks: [] };
    case 'read':
      return { file, checks: found.content.exercise === exercise ? found.content.checks : [] };
    case 'damaged':
      return { file, checks: [], problem: found.problem };
    default:
      return found satisfies never;
  }
}

/** Adds a check to those beside a handler. A damaged file is left as it is. */
export function keepOwnCheck(
  handlerFile: string,
  exercise: string,
  check: NewOwnCheck,
): WorkspaceOutcome {
  const found = findOwnChecksFile(handlerFile);
  if (found.kind === 'damaged') return { isOk: false, message: found.problem };
  const content: OwnChecksFile =
    found.kind === 'read' ? found.content : { schemaVersion: 1, exercise, checks: [] };
  if (content.exercise !== exercise) {
    return {
      isOk: false,
      message: `${found.file} holds your checks for ${content.exercise}. Put this handler in a folder of its own.`,
    };
  }
  if (content.checks.length >= maxChecks) {
    return { isOk: false, message: `You have ${maxChecks} checks here: drop one first.` };
  }
  const id = nextOwnId(content.checks);
  return write(
    found.file,
    { ...content, checks: [...content.checks, { id, ...check }] },
    `Kept as ${id} in ${basename(found.file)}: it is graded with the rest.`,
  );
}

/** Takes one check out of those beside a handler. */
export function dropOwnCheck(handlerFile: string, id: string): WorkspaceOutcome {
  const found = findOwnChecksFile(handlerFile);
  if (found.kind === 'damaged') return { isOk: false, message: found.problem };
  const checks = found.kind === 'read' ? found.content.checks : [];
  const left = checks.filter((check) => check.id !== id);
  if (found.kind === 'none' || left.length === checks.length) {
    return { isOk: false, message: `There is no check ${id} in ${found.file}.` };
  }
  return write(found.file, { ...found.content, checks: left }, `Dropped ${id}.`);
}

function write(file: string, content: OwnChecksFile, done: string): WorkspaceOutcome {
  try {
    saveWhole(file, `${JSON.stringify(content, null, 2)}\n`);
    return { isOk: true, message: done };
  } catch (error) {
    const why = explainFileFailure(errorCode(error));
    return { isOk: false, message: `${file} cannot be written: ${why}.` };
  }
}
