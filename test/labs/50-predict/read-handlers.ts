import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../servers/spawned.ts';

const labFolder = join(packageRoot, 'labs/50-predict');

/** One handler of an exercise; `rejectedBy` names the check that must be the first to fail it. */
export type Handler = { exercise: string; name: string; file: string; rejectedBy?: string };

/** Everything of the lab that its graders must judge: solutions and right handlers, then the mistakes. */
export function readHandlers(): { exercise: string; checksFile: string; handlers: Handler[] }[] {
  const exercises = readdirSync(labFolder).filter((name) => /^\d\d-/.test(name));
  return exercises.map((folder) => {
    const exercise = folder.replace(/^\d\d-/, '');
    const checksFile = join(labFolder, folder, 'checks.ts');
    const handlers = ['solution.ts', 'right', 'wrong'].flatMap((part) =>
      listFiles(join(labFolder, folder), part).map((name) => {
        const file = join(labFolder, folder, name);
        const text = readFileSync(file, 'utf8');
        const rejectedBy = /^\/\/ rejected-by: (\S+)$/m.exec(text)?.[1];
        return { exercise, name, file, rejectedBy };
      }),
    );
    return { exercise, checksFile, handlers };
  });
}

function listFiles(folder: string, part: string): string[] {
  if (part.includes('.')) return [part];
  if (!existsSync(join(folder, part))) return [];
  return readdirSync(join(folder, part)).map((name) => `${part}/${name}`);
}
