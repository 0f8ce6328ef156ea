import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { markerName } from './workspace-files.ts';

export type FoundWorkspace =
  | { kind: 'none'; suggestedFolder: string }
  | { kind: 'ready'; folder: string };

/**
 * Finds the learner's workspace: the nearest folder above `cwd` that is one, else `./api-labs`,
 * else the one that progress remembers.
 */
export function findWorkspace(cwd: string, remembered?: string): FoundWorkspace {
  const beside = join(resolve(cwd), 'api-labs');
  const candidates = [...foldersUpwards(resolve(cwd)), beside];
  if (remembered !== undefined) candidates.push(remembered);
  const folder = candidates.find(isWorkspace);
  return folder === undefined
    ? { kind: 'none', suggestedFolder: beside }
    : { kind: 'ready', folder };
}

/** Whether a folder holds the marker. */
export function isWorkspace(folder: string): boolean {
  try {
    return statSync(join(folder, markerName)).isFile();
  } catch {
    return false;
  }
}

function foldersUpwards(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUpwards(parent)];
}
