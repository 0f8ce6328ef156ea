import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { nearestName } from './nearest-name.ts';
import type { ProblemList } from './problems.ts';

export type Entry = { name: string; kind: 'file' | 'folder' | 'nowhere' };

/** What tools leave behind; none of it is ever part of a course. */
const leftovers = new Set(['.DS_Store', '__pycache__']);

/** What a folder holds, by name; undefined when it cannot be listed. */
export async function listFolder(path: string): Promise<Entry[] | undefined> {
  const names = await readdir(path).catch(() => undefined);
  if (names === undefined) return undefined;
  const own = names.filter((name) => !leftovers.has(name)).sort();
  return Promise.all(own.map(async (name) => ({ name, kind: await kindOf(join(path, name)) })));
}

async function kindOf(path: string): Promise<Entry['kind']> {
  const stats = await stat(path).catch(() => undefined);
  if (stats === undefined) return 'nowhere';
  if (stats.isDirectory()) return 'folder';
  return 'file';
}

/** Takes the entries that lead somewhere and reports the symbolic links that do not. */
export function dropDanglingLinks(folder: string, entries: Entry[], list: ProblemList): Entry[] {
  return entries.filter(({ name, kind }) => {
    if (kind !== 'nowhere') return true;
    list.reportIn(`${folder}/${name}`)({
      place: 'file',
      value: name,
      problem: 'This link points nowhere.',
      remedy: 'Put the file itself in its place, or delete the link.',
    });
    return false;
  });
}

type Expected = {
  files: string[];
  optionalFiles?: string[];
  /** Folders that must be there. */
  folders?: string[];
  optionalFolders?: string[];
  /** What other folders may be called, said in the remedy. */
  otherFolders?: string;
};

/** Reports what is missing and what is not expected; gives the expected entries that are there. */
export function checkEntries(
  folder: string,
  entries: Entry[],
  { files, optionalFiles = [], folders = [], optionalFolders = [], otherFolders }: Expected,
  list: ProblemList,
): Set<string> {
  const found = dropDanglingLinks(folder, entries, list);
  const allFiles = [...files, ...optionalFiles];
  const allFolders = [...folders, ...optionalFolders];
  const isExpected = ({ name, kind }: Entry): boolean =>
    kind === 'file' ? allFiles.includes(name) : allFolders.includes(name);
  const present = new Set(found.filter(isExpected).map(({ name }) => name));
  for (const entry of found) {
    if (!isExpected(entry))
      reportUnexpected(folder, entry, { allFiles, allFolders, otherFolders }, list);
  }
  for (const name of [...files, ...folders]) {
    if (entries.some((entry) => entry.name === name)) continue;
    const kind = files.includes(name) ? 'file' : 'folder';
    list.reportIn(`${folder}/${name}`)({
      place: kind,
      value: '',
      problem: `The ${kind} is missing.`,
      remedy: `Add ${name} to ${folder}.`,
    });
  }
  return present;
}

function reportUnexpected(
  folder: string,
  { name, kind }: Entry,
  expected: { allFiles: string[]; allFolders: string[]; otherFolders?: string | undefined },
  list: ProblemList,
): void {
  const names = [...expected.allFiles, ...expected.allFolders];
  const report = list.reportIn(`${folder}/${name}`);
  if (names.includes(name)) {
    const wanted = kind === 'file' ? 'folder' : 'file';
    report({
      place: kind,
      value: name,
      problem: `This is a ${kind}, and it must be a ${wanted}.`,
      remedy: `Put a ${wanted} of that name in its place.`,
    });
    return;
  }
  const nearest = nearestName(name, names);
  const allowed = [...names, ...(expected.otherFolders ? [expected.otherFolders] : [])];
  report({
    place: kind,
    value: name,
    problem: `This ${kind} is not expected here.`,
    remedy:
      nearest === undefined
        ? `Move it away; ${folder} holds ${allowed.join(', ')}.`
        : `Rename it to ${nearest}, or move it away.`,
  });
}
