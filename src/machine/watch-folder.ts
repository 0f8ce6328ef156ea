import { type FSWatcher, rmSync, statSync, watch, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export type WatchMode = 'events' | 'polling';

const probeWaitMs = 400;

/**
 * Tells of events in a folder. `renew` begins anew where another folder has taken its place, or it has come
 * back; `onMode` says, each time, whether events arrive.
 */
export function watchFolder(
  folder: string,
  onEvent: (name: string | null) => void,
  onMode: (mode: WatchMode) => void,
): { renew: () => void; stop: () => void } {
  const begin = () =>
    probeFolder(folder, onEvent, (hasEvents) => onMode(hasEvents ? 'events' : 'polling'));
  let watched = identify(folder);
  let stop = begin();
  return {
    renew: () => {
      const now = identify(folder);
      if (now === watched) return;
      watched = now;
      stop();
      stop = begin();
    },
    stop: () => stop(),
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

/** Which folder lies there now, by device and number. */
function identify(folder: string): string | undefined {
  const state = statSync(folder, { throwIfNoEntry: false });
  return state && `${state.dev}:${state.ino}`;
}
