import { join } from 'node:path';
import { checkEntries, dropDanglingLinks, type Entry, listFolder } from './folder.ts';
import { isNumbered, type NumberedFolder, takeNumbered } from './numbered-folders.ts';
import type { ProblemList } from './problems.ts';

/** A lesson's folder; `present` names the expected files that are there. */
export type LessonFolder = NumberedFolder & {
  present: Set<string>;
  /** Code in `code/`, as paths below the course's folder. */
  innerCode: string[];
};

export type ExerciseFolder = NumberedFolder & {
  present: Set<string>;
  /** Paths below the course's folder. */
  wrong: string[];
  right: string[];
};

export type LabFolder = NumberedFolder & {
  present: Set<string>;
  exercises: ExerciseFolder[];
  /** Code in `data/` and `parts/`, as paths below the course's folder. */
  innerCode: string[];
  /** Whether its `data/race.json` names servers to be compared. */
  hasRace: boolean;
};

export type CourseTree = { lessons: LessonFolder[]; labs: LabFolder[] };

/** Finds all lessons, labs and exercises, and reports what is missing or does not belong. */
export async function readTree(root: string, list: ProblemList): Promise<CourseTree> {
  const lessons: LessonFolder[] = [];
  for (const folder of await readParent(root, 'lessons', [], list)) {
    const files = ['lesson.md', 'questions.yaml', 'cards.yaml'];
    const entries = (await listFolder(join(root, folder.folder))) ?? [];
    const expected = { files, optionalFolders: ['code'] };
    const present = checkEntries(folder.folder, entries, expected, list);
    const code = `${folder.folder}/code`;
    const inner = present.has('code') ? ((await listFolder(join(root, code))) ?? []) : [];
    const innerCode = inner
      .filter(({ name, kind }) => kind === 'file' && /\.(py|ts)$/.test(name))
      .map(({ name }) => `${code}/${name}`);
    lessons.push({ ...folder, present, innerCode });
  }
  const labs: LabFolder[] = [];
  for (const folder of await readParent(root, 'labs', ['kit'], list)) {
    labs.push(await readLabFolder(root, folder, list));
  }
  return { lessons, labs };
}

async function readParent(
  root: string,
  parent: string,
  optionalFolders: string[],
  list: ProblemList,
): Promise<NumberedFolder[]> {
  const entries = await listFolder(join(root, parent));
  if (entries === undefined) {
    list.reportIn(parent)({
      place: 'folder',
      value: '',
      problem: 'The folder is missing.',
      remedy: `Add ${parent} with a folder such as ${parent}/10-first in it.`,
    });
    return [];
  }
  const others = entries.filter((entry) => !isNumbered(entry));
  const otherFolders = 'folders named NN-slug';
  checkEntries(parent, others, { files: [], optionalFolders, otherFolders }, list);
  const numbered = takeNumbered(parent, entries, list);
  if (numbered.length === 0) {
    list.reportIn(parent)({
      place: 'folder',
      value: '',
      problem: 'The folder holds nothing of the course.',
      remedy: `Add a folder such as ${parent}/10-first.`,
    });
  }
  return numbered;
}

async function readLabFolder(
  root: string,
  folder: NumberedFolder,
  list: ProblemList,
): Promise<LabFolder> {
  const entries = (await listFolder(join(root, folder.folder))) ?? [];
  const present = checkEntries(
    folder.folder,
    entries.filter((entry) => !isNumbered(entry)),
    {
      files: ['lab.md', 'server.ts', 'main.py', 'recorded.json'],
      optionalFiles: ['requests.http'],
      optionalFolders: ['data', 'parts'],
      otherFolders: 'exercises in folders named NN-slug',
    },
    list,
  );
  const exercises: ExerciseFolder[] = [];
  for (const exercise of takeNumbered(folder.folder, entries, list)) {
    exercises.push(await readExerciseFolder(root, exercise, list));
  }
  const innerCode: string[] = [];
  let hasRace = false;
  for (const name of ['data', 'parts']) {
    if (!present.has(name)) continue;
    const inner = `${folder.folder}/${name}`;
    const all = dropDanglingLinks(inner, (await listFolder(join(root, inner))) ?? [], list);
    hasRace ||= name === 'data' && all.some((entry) => entry.name === 'race.json');
    const files = all
      .filter((entry) => entry.kind === 'file' && /\.(py|ts)$/.test(entry.name))
      .map((entry) => `${inner}/${entry.name}`);
    innerCode.push(...files);
  }
  return { ...folder, present, exercises, innerCode, hasRace };
}

async function readExerciseFolder(
  root: string,
  folder: NumberedFolder,
  list: ProblemList,
): Promise<ExerciseFolder> {
  const entries = (await listFolder(join(root, folder.folder))) ?? [];
  const files = ['task.md', 'starter.ts', 'solution.ts', 'solution.py', 'checks.ts'];
  const optionalFiles = ['openapi.yaml', 'equivalent.yaml'];
  const folders = ['wrong', 'right'];
  const present = checkEntries(folder.folder, entries, { files, optionalFiles, folders }, list);
  const handlersIn = async (name: string): Promise<string[]> => {
    if (!present.has(name)) return [];
    const path = `${folder.folder}/${name}`;
    return takeHandlers(path, (await listFolder(join(root, path))) ?? [], list);
  };
  return { ...folder, present, wrong: await handlersIn('wrong'), right: await handlersIn('right') };
}

/** TypeScript or JavaScript, as a module or as CommonJS: whatever a learner may hand in. */
const handlerName = /\.[cm]?[jt]s$/;

function takeHandlers(folder: string, entries: Entry[], list: ProblemList): string[] {
  const isHandler = ({ name, kind }: Entry): boolean => kind === 'file' && handlerName.test(name);
  const others = entries.filter((entry) => !isHandler(entry));
  checkEntries(folder, others, { files: [], otherFolders: 'handlers in .ts or .js files' }, list);
  return entries.filter(isHandler).map(({ name }) => `${folder}/${name}`);
}
