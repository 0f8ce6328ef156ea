import { layoutTextDiff } from '../layout/text-diff.ts';
import { span } from '../layout/width.ts';
import type { Exercise } from '../model/course.ts';
import { exerciseProgress } from '../model/progress.ts';
import { explainLoss } from '../model/snapshot.ts';
import { exerciseFiles } from '../workspace/write-exercise.ts';
import { exitCodes } from './command.ts';
import type { Context } from './context.ts';
import { complain, say, show, showJson } from './show.ts';

/** Equal lines shown around a change. */
const contextLines = 3;

type Side = { kind: 'side'; name: string; text: string } | { kind: 'none'; message: string };

/** `--diff A [B]`: what changed between two attempts, or since one. */
export async function compareAttempts(
  context: Context,
  exercise: Exercise,
  names: [string, string],
  isJson: boolean,
): Promise<number> {
  const wrong = names.map((name) => wrongNumber(context, exercise.id, name, true)).find(Boolean);
  if (wrong !== undefined) {
    complain(context, wrong);
    return exitCodes.wrongUsage;
  }
  const [from, to] = await Promise.all(names.map((name) => readSide(context, exercise.id, name)));
  for (const side of [from, to]) {
    if (side?.kind !== 'none') continue;
    complain(context, side.message);
    return exitCodes.notPassed;
  }
  if (from?.kind !== 'side' || to?.kind !== 'side') return exitCodes.notPassed;
  if (isJson) {
    const sides = [from, to].map(({ name, text }) => ({ attempt: name, text }));
    showJson(context, { schemaVersion: 1, exercise: exercise.id, from: sides[0], to: sides[1] });
    return exitCodes.passed;
  }
  if (from.text === to.text) {
    say(context, `${sideTitle(from.name, true)} and ${sideTitle(to.name)} are the same file.`);
    return exitCodes.passed;
  }
  const heading = `From ${sideTitle(from.name)} (−) to ${sideTitle(to.name)} (+)`;
  show(context, [
    [span(heading, 'accent', { isBold: true })],
    [],
    ...layoutTextDiff(from.text, to.text, context.terminal.columns, contextLines),
  ]);
  return exitCodes.passed;
}

function sideTitle(name: string, isFirst = false): string {
  if (name === 'now') return isFirst ? 'Your file' : 'your file';
  return `${isFirst ? 'Attempt' : 'attempt'} ${name}`;
}

async function readSide(context: Context, exercise: string, name: string): Promise<Side> {
  const { services } = context;
  if (name === 'now') {
    const workspace = services.workspace();
    if (workspace.kind === 'none') {
      return { kind: 'none', message: 'There is no workspace here. api-labs init makes one.' };
    }
    const { handlerFile } = exerciseFiles(workspace.folder, exercise);
    const text = await services.readFile(handlerFile);
    if (text !== undefined) return { kind: 'side', name, text };
    return { kind: 'none', message: `There is no file ${handlerFile} that can be read.` };
  }
  const snapshot = historyOf(context, exercise)[Number(name) - 1]?.snapshot;
  if (snapshot === undefined) {
    const why = 'a server was graded, or the file was too large or could not be written';
    return { kind: 'none', message: `No file was kept with attempt ${name}: ${why}.` };
  }
  const reading = await services.readSnapshot(exercise, snapshot);
  if (reading.kind === 'kept') return { kind: 'side', name, text: reading.text };
  return { kind: 'none', message: explainLoss(name, reading.kind) };
}

function historyOf(context: Context, exercise: string) {
  return exerciseProgress(context.services.readProgress(), exercise).history;
}

/** Why a word names no attempt. */
export function wrongNumber(
  context: Context,
  exercise: string,
  word: string,
  mayBeNow: boolean,
): string | undefined {
  if (mayBeNow && word === 'now') return undefined;
  const count = historyOf(context, exercise).length;
  const number = Number(word);
  if (/^\d+$/.test(word) && number >= 1 && number <= count) return undefined;
  if (count === 0) return `${exercise} has no attempts yet.`;
  const now = mayBeNow ? '; now is your file as it is' : '';
  return `There is no attempt ${word} of ${exercise}: they go from 1 to ${count}${now}.`;
}
