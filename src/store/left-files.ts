import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/make-folder.ts';
import { saveWhole } from '../files/save-whole.ts';
import { errorCode } from '../model/error-code.ts';

const version = 1;
/** Larger than anything of ours: ten replies of a lab, each as long as it may be. */
const maxBytes = 8 * 1024 * 1024;
const safeName = /^[\w-]{1,150}$/;
const ending = '.json';

/** Something that was left, with when it was kept. */
export type Left = { at: string; left: unknown };

/** Small files, one for each thing that was left: two programs at different things never meet. */
export type LeftFiles = {
  /** What is kept under a name, this session's before the file's; undefined where nothing usable is. */
  read: (name: string) => Left | undefined;
  /** Keeps a value, or with undefined forgets it: a moment later, so that leafing through pages writes once. */
  keep: (name: string, value: object | undefined) => void;
  /** The names with anything kept that begin so. */
  names: (prefix: string) => string[];
  /** Writes what waits to be written. */
  flush: () => void;
  /** The system's code, while what waits cannot be written. */
  failure: () => string | undefined;
};

export type LeftFilesOptions = {
  folder: string;
  now: () => Date;
  /** Runs something in a moment. */
  later: (run: () => void) => void;
  save?: (file: string, text: string) => void;
};

function saveLeft(file: string, text: string): void {
  saveWhole(file, text, { mode: 0o600, isSynced: true });
}

/** Opens the folder; nothing is read or written before it is needed. */
export function openLeftFiles(options: LeftFilesOptions): LeftFiles {
  const { folder, now, later, save = saveLeft } = options;
  /** What this session has kept, by name: it counts, written or not. */
  const held = new Map<string, Left | undefined>();
  const waiting = new Set<string>();
  const written = new Map<string, string>();
  let isScheduled = false;
  let failure: string | undefined;
  const fileOf = (name: string) => join(folder, `${name}${ending}`);

  function write(name: string): void {
    const file = fileOf(name);
    const kept = held.get(name);
    if (kept === undefined) {
      if (existsSync(file)) rmSync(file);
      written.delete(name);
      return;
    }
    const text = JSON.stringify(kept.left);
    if (written.get(name) === text) return;
    makeFolder(folder);
    save(file, `${JSON.stringify({ version, at: kept.at, left: kept.left })}\n`);
    written.set(name, text);
  }

  function flush(): void {
    isScheduled = false;
    failure = undefined;
    for (const name of waiting) {
      try {
        write(name);
        waiting.delete(name);
      } catch (error) {
        failure = errorCode(error);
      }
    }
  }

  return {
    read: (name) => (held.has(name) ? held.get(name) : readLeftFile(fileOf(name))),
    keep(name, value) {
      if (!safeName.test(name)) return;
      held.set(name, value && { at: now().toISOString(), left: value });
      waiting.add(name);
      if (isScheduled) return;
      isScheduled = true;
      later(flush);
    },
    names(prefix) {
      const there = listFolder(folder).flatMap((file) =>
        file.endsWith(ending) ? [file.slice(0, -ending.length)] : [],
      );
      const names = new Set([...there, ...held.keys()]);
      return [...names].filter((name) => name.startsWith(prefix) && safeName.test(name)).sort();
    },
    flush,
    failure: () => failure,
  };
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** What is damaged, too large, or written by another version is as if it were not there. */
function readLeftFile(file: string): Left | undefined {
  try {
    const state = statSync(file, { throwIfNoEntry: false });
    if (state === undefined || !state.isFile() || state.size > maxBytes) return undefined;
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return undefined;
    const fields = new Map<string, unknown>(Object.entries(value));
    const at = fields.get('at');
    if (fields.get('version') !== version || typeof at !== 'string') return undefined;
    return Number.isNaN(Date.parse(at)) ? undefined : { at, left: fields.get('left') };
  } catch {
    return undefined;
  }
}
