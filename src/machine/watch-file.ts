import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { findImportedFiles } from './imported-files.ts';
import { type WatchMode, watchFolder } from './watch-folder.ts';

const pollEveryMs = 250;
/** Sees what no event tells: imports from other folders, a folder that went or came with one above it. */
const lookEveryMs = 1000;
/** Editors write a file in several steps; they are taken for one save. */
const settleMs = 4;
/** Some empty a file first and fill it a little later. */
const emptySettleMs = 100;
/** Editors that replace a file leave a gap; what is gone for longer was deleted. */
const goneAfterMs = 300;

/**
 * Calls back after each save of a file, or of one that it imports by a relative path, and once when it is
 * deleted, until the returned function is called. The folder is watched, so that editors which replace the
 * file are seen. A probe file proves that events arrive; where none does, the files are looked at again and
 * again instead, and `onMode` says so.
 */
export function watchFile(
  file: string,
  onSave: () => void,
  onMode: (mode: WatchMode) => void = () => {},
): () => void {
  let files = findImportedFiles(file);
  let seen = fingerprint(files);
  let settling: NodeJS.Timeout | undefined;
  let going: NodeJS.Timeout | undefined;
  const accept = (): void => {
    if (fingerprint(files) === seen) return;
    files = findImportedFiles(file);
    seen = fingerprint(files);
    onSave();
  };
  const look = (): void => {
    const isThere = fingerprint([file]) !== '';
    if (isThere) {
      clearTimeout(going);
      going = undefined;
      accept();
      return;
    }
    going ??= setTimeout(accept, goneAfterMs);
  };
  const folder = watchFolder(
    dirname(file),
    (name) => {
      if (name !== null && !isWatched(name)) return;
      clearTimeout(settling);
      settling = setTimeout(lookAnew, isEmpty(file) ? emptySettleMs : settleMs);
    },
    (mode) => {
      lookEvery(mode === 'polling' ? pollEveryMs : lookEveryMs);
      onMode(mode);
    },
  );
  const isWatched = (name: string): boolean =>
    name === basename(dirname(file)) || files.some((one) => basename(one) === name);
  const lookAnew = (): void => {
    folder.renew();
    look();
  };
  let looking = setInterval(lookAnew, lookEveryMs);
  const lookEvery = (ms: number): void => {
    clearInterval(looking);
    looking = setInterval(lookAnew, ms);
  };
  return () => {
    clearTimeout(settling);
    clearTimeout(going);
    clearInterval(looking);
    folder.stop();
  };
}

function isEmpty(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === 0;
}

/** What changes with every save; empty where none of the files is there. */
function fingerprint(files: string[]): string {
  return files
    .map((file) => {
      const state = statSync(file, { throwIfNoEntry: false });
      return state === undefined ? '' : `${state.mtimeMs}:${state.size}:${state.ino}`;
    })
    .join('|')
    .replace(/^\|+$/, '');
}
