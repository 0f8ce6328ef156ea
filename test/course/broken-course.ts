import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCourse } from '../../src/course/load.ts';
import type { CourseProblem } from '../../src/model/course.ts';

export const smallCourse = fileURLToPath(new URL('./fixtures/small', import.meta.url));

export const lessonFile = 'lessons/10-greet/lesson.md';
export const recapFile = 'lessons/20-recap/lesson.md';
export const questionsFile = 'lessons/10-greet/questions.yaml';
export const cardsFile = 'lessons/10-greet/cards.yaml';
export const labFile = 'labs/10-hello/lab.md';
export const exerciseFolder = 'labs/10-hello/10-say-hello';
export const taskFile = `${exerciseFolder}/task.md`;

/** One change to the small course. `from` is replaced by `to` in a file that holds it. */
export type Change =
  | { write: string; content: string | Uint8Array }
  | { remove: string }
  | { folder: string }
  | { link: string; to: string }
  | { copy: string; to: string }
  | { in: string; from: string; to: string };

/** What is broken, how, and the problems that are found. */
export type Case = [name: string, changes: Change[], problems: string[]];

/** Replaces the first `from` in a file that must hold it. */
export function change(file: string, from: string, to: string): Change {
  return { in: file, from, to };
}

/** The problems of the small course after the changes, as short lines `file · place · value · problem`. */
export async function findProblems(changes: Change[]): Promise<string[]> {
  const problems = await loadChanged(changes);
  return problems.map(
    ({ file, place, value, problem }) => `${file} · ${place} · ${value} · ${problem}`,
  );
}

export async function loadChanged(changes: Change[]): Promise<CourseProblem[]> {
  const root = await mkdtemp(join(tmpdir(), 'api-labs-course-'));
  try {
    await cp(smallCourse, root, { recursive: true });
    for (const change of changes) await apply(root, change);
    return (await loadCourse(root)).problems;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function apply(root: string, change: Change): Promise<void> {
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), content);
  };
  if ('write' in change) return write(change.write, change.content);
  if ('remove' in change) return rm(join(root, change.remove), { recursive: true });
  if ('folder' in change) {
    await mkdir(join(root, change.folder), { recursive: true });
    return;
  }
  if ('link' in change) return symlink(change.to, join(root, change.link));
  if ('copy' in change)
    return cp(join(root, change.copy), join(root, change.to), { recursive: true });
  const text = await readFile(join(root, change.in), 'utf8');
  if (!text.includes(change.from)) throw new Error(`${change.in} does not hold ${change.from}`);
  return write(change.in, text.replace(change.from, change.to));
}
