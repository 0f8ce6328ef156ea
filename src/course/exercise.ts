import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Block, Code, CourseFile, Exercise } from '../model/course.ts';
import { showWhole } from './code-library.ts';
import { readContract } from './contract.ts';
import { readEquivalents } from './equivalents.ts';
import { codeBlock, directiveNames, reportMisplaced } from './fences.ts';
import { splitFrontMatter } from './front-matter.ts';
import { checkHandlers, checkLessonReferences } from './handlers.ts';
import { lexMarkdown, readBlocks } from './markdown-blocks.ts';
import { parseSchema, placeOf } from './parse-schema.ts';
import { suggestName } from './problems.ts';
import { readText } from './read-text.ts';
import type { Reading } from './reading.ts';
import { taskSchema } from './schemas.ts';
import type { ExerciseFolder, LabFolder } from './tree.ts';
import type { YamlDocument } from './yaml-document.ts';

type Task = Pick<
  Exercise,
  'title' | 'minutes' | 'path' | 'lesson' | 'assets' | 'asksForTypes' | 'task' | 'taskMarkdown'
>;

/** An exercise with its task and solutions; undefined when any of it has a problem. */
export async function readExercise(
  folder: ExerciseFolder,
  lab: LabFolder,
  reading: Reading,
): Promise<Exercise | undefined> {
  const id = `${lab.slug}/${folder.slug}`;
  const checks = reading.library.get(`${id}/checks.ts`)?.lines.join('\n');
  await checkHandlers(folder, checks, reading);
  if (checks !== undefined) checkLessonReferences(`${folder.folder}/checks.ts`, checks, reading);
  const task = folder.present.has('task.md') ? await readTask(folder, lab, reading) : undefined;
  const contract = folder.present.has('openapi.yaml')
    ? await readContract(`${folder.folder}/openapi.yaml`, reading)
    : undefined;
  const equivalents = folder.present.has('equivalent.yaml')
    ? await readEquivalents(`${folder.folder}/equivalent.yaml`, reading)
    : undefined;
  const starter = takeFile(id, 'starter.ts', reading);
  const solution = takeFile(id, 'solution.ts', reading);
  const solutionPython = takeFile(id, 'solution.py', reading);
  if (task === undefined || !starter || !solution || !solutionPython) return undefined;
  return {
    id,
    lab: lab.slug,
    ...task,
    mistakes: folder.wrong.length,
    starter: { name: starter.name, text: starter.text },
    solution,
    solutionPython,
    contract,
    equivalents,
    checksFile: join(reading.root, folder.folder, 'checks.ts'),
  };
}

function takeFile(
  exercise: string,
  name: string,
  { library, highlight }: Reading,
): (CourseFile & { code: Code }) | undefined {
  const marked = library.get(`${exercise}/${name}`);
  if (marked === undefined) return undefined;
  const text = showWhole(marked);
  const lines = highlight(text, marked.language);
  return { name, text: `${text}\n`, code: { language: marked.language, lines } };
}

async function readTask(
  { folder }: ExerciseFolder,
  lab: LabFolder,
  reading: Reading,
): Promise<Task | undefined> {
  const file = `${folder}/task.md`;
  const report = reading.list.reportIn(file);
  const text = await readText(reading.root, file, report);
  if (text === undefined) return undefined;
  const { matter, body, bodyLine } = splitFrontMatter(text, report);
  const front = matter && parseSchema(taskSchema, matter, report);
  const task: Block[] = readBlocks(lexMarkdown(body, bodyLine), {
    report,
    headingDepths: [2, 3],
    readFence: (fence) =>
      directiveNames.includes(fence.language)
        ? reportMisplaced(fence, report)
        : codeBlock(fence, reading.highlight),
  });
  if (body.trim() === '') {
    report({
      place: placeOf(bodyLine, []),
      value: '',
      problem: 'The task says nothing.',
      remedy: 'Write below the front matter what the learner does.',
    });
  }
  if (matter === undefined || front === undefined) return undefined;
  if (!reading.known.lessons.includes(front.lesson)) {
    report({
      place: placeOf(matter.lineAt(['lesson']), ['lesson']),
      value: front.lesson,
      problem: `There is no lesson ${front.lesson}.`,
      remedy: suggestName(front.lesson, reading.known.lessons),
    });
  }
  const assets = await findAssets(front.assets, matter, folder, lab, reading);
  const { types: asksForTypes, ...about } = front;
  return { ...about, asksForTypes, assets, task, taskMarkdown: `${body.trim()}\n` };
}

async function findAssets(
  names: string[],
  matter: YamlDocument,
  folder: string,
  lab: LabFolder,
  { root, list }: Reading,
): Promise<string[]> {
  const found: string[] = [];
  for (const [index, name] of names.entries()) {
    const path = posix.join(folder, name);
    const stats = await stat(join(root, path)).catch(() => undefined);
    if (path.startsWith(`${lab.folder}/data/`) && stats?.isFile()) {
      found.push(join(root, path));
      continue;
    }
    list.reportIn(`${folder}/task.md`)({
      place: placeOf(matter.lineAt(['assets', index]), ['assets', index]),
      value: name,
      problem: `The data folder of the lab ${lab.slug} has no such file.`,
      remedy: 'Name a file there, as in ../data/model.json.',
    });
  }
  return found;
}
