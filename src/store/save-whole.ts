import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';

/** Writes a small file whole or not at all: whoever reads it meanwhile, or after a crash, finds the old one or the new. */
export function saveWhole(file: string, text: string): void {
  makeFolder(dirname(file));
  // By its own name, so that two programs that save the same file never write one draft.
  const draft = `${file}.${process.pid}.draft`;
  try {
    const descriptor = openSync(draft, 'w', 0o600);
    try {
      writeFileSync(descriptor, text);
      sync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Some file systems know no fsync: the file is written all the same. */
function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch {
    return;
  }
}
