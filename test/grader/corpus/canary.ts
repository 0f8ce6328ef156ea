import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that nothing graded may touch. */
export type Canary = { folder: string; damage: () => string[]; remove: () => void };

/** Makes a folder with a few files; `damage` names what is not as it was. */
export function createCanary(): Canary {
  const folder = mkdtempSync(join(tmpdir(), 'api-labs-canary-'));
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'keep.txt'), 'untouched\n');
  writeFileSync(join(folder, 'inner', 'keep.txt'), 'untouched\n');
  const before = describeFolder(folder);
  return {
    folder,
    damage: () => findDifferences(before, describeFolder(folder)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Path, kind, rights and content of everything below a folder. */
export function describeFolder(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  const look = (path: string): void => {
    const state = lstatSync(path, { throwIfNoEntry: false });
    if (state === undefined) return;
    const text = state.isFile() && (state.mode & 0o400) !== 0 ? readFileSync(path, 'latin1') : '';
    found.set(path, `${state.mode} ${text}`);
    if (state.isDirectory()) for (const name of readdirSync(path)) look(join(path, name));
  };
  look(folder);
  return found;
}

/** The paths that differ between two descriptions. */
export function findDifferences(before: Map<string, string>, after: Map<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}
