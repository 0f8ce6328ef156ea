import { resolve } from 'node:path';
import type { Exercise } from '../model/course.ts';
import type { Target } from '../model/verdict.ts';
import type { Arguments } from './command.ts';
import type { Context } from './context.ts';
import { complain } from './show.ts';

export type FoundTarget =
  | { kind: 'target'; target: Target; seed?: number }
  | { kind: 'wrong'; message: string };

export const maxSeed = 2 ** 32 - 1;

/** What `--file`, `--url` and `--run` name; without them the handler in the workspace. */
export async function findTarget(
  context: Context,
  args: Arguments,
  exercise: Exercise,
): Promise<FoundTarget> {
  const seed = args.text('seed');
  if (seed !== undefined && !(/^\d+$/.test(seed) && Number(seed) <= maxSeed)) {
    return wrong(`--seed takes the number that a verdict names, not "${seed}".`);
  }
  const found = await findNamedTarget(context, args, exercise);
  return seed === undefined || found.kind === 'wrong' ? found : { ...found, seed: Number(seed) };
}

async function findNamedTarget(
  context: Context,
  args: Arguments,
  exercise: Exercise,
): Promise<FoundTarget> {
  const [file, url, command] = ['file', 'url', 'run'].map(args.text);
  if (file !== undefined && (url ?? command) !== undefined) {
    return wrong('--file cannot be combined with --url or --run: name one target.');
  }
  if (url !== undefined && !isWebAddress(url)) {
    return wrong(`--url takes an address such as http://127.0.0.1:8000, not "${url}".`);
  }
  const address = url?.replace(/\/+$/, '');
  if (command !== undefined)
    return { kind: 'target', target: { kind: 'command', command, url: address } };
  if (address !== undefined) return { kind: 'target', target: { kind: 'url', url: address } };
  if (file !== undefined) return targetFile(context, resolve(context.cwd, file));
  return workspaceTarget(context, exercise);
}

async function targetFile(context: Context, file: string): Promise<FoundTarget> {
  const text = await context.services.readFile(file);
  if (text === undefined) return wrong(`There is no file ${file} that can be read.`);
  return { kind: 'target', target: { kind: 'file', file } };
}

async function workspaceTarget(context: Context, exercise: Exercise): Promise<FoundTarget> {
  if (context.services.workspace().kind === 'none') {
    return wrong(
      'There is no workspace here. api-labs init makes one; --file, --url and --run grade without one.',
    );
  }
  const opened = await context.services.openExercise(exercise);
  if ('problem' in opened) return wrong(opened.problem);
  if (opened.note !== undefined) complain(context, opened.note);
  return { kind: 'target', target: { kind: 'file', file: opened.handlerFile } };
}

function isWebAddress(text: string): boolean {
  const address = URL.parse(text);
  return address !== null && (address.protocol === 'http:' || address.protocol === 'https:');
}

function wrong(message: string): FoundTarget {
  return { kind: 'wrong', message };
}
