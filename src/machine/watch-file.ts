import { type FSWatcher, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

export type WatchMode = 'events' | 'polling';

const probeWaitMs = 400;
const pollEveryMs = 250;
/** Editors write a file in several steps; they are taken for one save. */
const settleMs = 25;

/**
 * Calls back after each save of a file until the returned function is called. The folder is watched, so
 * that editors which replace the file are seen. A probe file proves that events arrive; where none does,
 * the file is looked at again and again instead, and `onMode` says so.
 */
export function watchFile(
  file: string,
  onSave: () => void,
  onMode: (mode: WatchMode) => void = () => {},
): () => void {
  let seen = fingerprint(file);
  let settling: NodeJS.Timeout | undefined;
  let polling: NodeJS.Timeout | undefined;
  const look = (): void => {
    const now = fingerprint(file);
    if (now === seen) return;
    seen = now;
    if (now !== undefined) onSave();
  };
  const stopProbe = probeFolder(
    dirname(file),
    (name) => {
      if (name !== null && name !== basename(file)) return;
      clearTimeout(settling);
      settling = setTimeout(look, settleMs);
    },
    (hasEvents) => {
      if (!hasEvents) polling = setInterval(look, pollEveryMs);
      onMode(hasEvents ? 'events' : 'polling');
    },
  );
  return () => {
    clearTimeout(settling);
    clearInterval(polling);
    stopProbe();
  };
}

/** Watches a folder and finds out, once, whether the system delivers events for it. */
export function probeFolder(
  folder: string,
  onEvent: (name: string | null) => void,
  onProven: (hasEvents: boolean) => void,
): () => void {
  const probe = join(
    folder,
    `.api-labs-probe-${process.pid}-${Math.random().toString(36).slice(2)}`,
  );
  let watcher: FSWatcher | undefined;
  let isProven = false;
  const prove = (hasEvents: boolean): void => {
    if (isProven) return;
    isProven = true;
    clearTimeout(waiting);
    rmSync(probe, { force: true });
    onProven(hasEvents);
  };
  const waiting = setTimeout(() => prove(false), probeWaitMs);
  try {
    watcher = watch(folder, { persistent: true }, (_kind, name) => {
      if (name === basename(probe)) prove(true);
      else onEvent(name);
    });
    watcher.on('error', () => prove(false));
    writeFileSync(probe, '');
  } catch {
    // A folder that cannot be watched or written to: the waiting time ends in polling.
  }
  return () => {
    isProven = true;
    clearTimeout(waiting);
    watcher?.close();
    rmSync(probe, { force: true });
  };
}

function fingerprint(file: string): string | undefined {
  const state = statSync(file, { throwIfNoEntry: false });
  return state && `${state.mtimeMs}:${state.size}:${state.ino}`;
}
