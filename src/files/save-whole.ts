import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

type Options = {
  /** Who may read and write it: `rw-rw-rw-` less the learner's umask unless told. */
  mode?: number;
  /** Whether it is waited for until the disk has it, as power may go. */
  isSynced?: boolean;
};

/**
 * Writes a small file whole or not at all: whoever reads it meanwhile, or after a crash, finds the old one or the new.
 * Throws what the file system throws, and leaves no draft.
 */
export function saveWhole(file: string, text: string, { mode, isSynced }: Options = {}): void {
  // By its own name, so that two programs that save the same file never write one draft.
  const draft = `${file}.${process.pid}.draft`;
  try {
    const descriptor = openSync(draft, 'w', mode);
    try {
      writeFileSync(descriptor, text);
      if (isSynced) sync(descriptor);
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
