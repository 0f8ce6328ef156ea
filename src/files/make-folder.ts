import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../model/error-code.ts';

/**
 * Makes a folder and the ones above it. Throws what the file system throws.
 * Node's own recursive mkdir never returns where a folder is there but refuses children with ENOENT, as `/proc` does.
 */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' || code === 'EISDIR' || code === 'EPERM' || code === 'EROFS') {
      if (isFolder(folder)) return;
    }
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder || isFolder(parent)) throw error;
    makeFolder(parent);
    mkdirSync(folder);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
