import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../servers/spawned.ts';

const labsFolder = join(packageRoot, 'labs');

/** One handler of an exercise; `rejectedBy` names the check that must be the first to fail it. */
export type Handler = { name: string; file: string; rejectedBy?: string };

export type ExerciseHandlers = { id: string; checksFile: string; handlers: Handler[] };

/** Everything that the graders of all labs must judge: solutions and right handlers, then the mistakes. */
export function readExercises(): ExerciseHandlers[] {
  return listNumbered(labsFolder).flatMap((lab) =>
    listNumbered(join(labsFolder, lab)).map((exercise) => {
      const folder = join(labsFolder, lab, exercise);
      const id = `${withoutNumber(lab)}/${withoutNumber(exercise)}`;
      return { id, checksFile: join(folder, 'checks.ts'), handlers: readHandlers(folder) };
    }),
  );
}

function readHandlers(folder: string): Handler[] {
  return ['solution.ts', 'right', 'wrong'].flatMap((part) =>
    listFiles(folder, part).map((name) => {
      const file = join(folder, name);
      const rejectedBy = /^\/\/ rejected-by: (\S+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
      return { name, file, rejectedBy };
    }),
  );
}

function listNumbered(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^\d\d-/.test(name));
}

function withoutNumber(folder: string): string {
  return folder.replace(/^\d\d-/, '');
}

function listFiles(folder: string, part: string): string[] {
  if (part.includes('.')) return [part];
  if (!existsSync(join(folder, part))) return [];
  return readdirSync(join(folder, part)).map((name) => `${part}/${name}`);
}
