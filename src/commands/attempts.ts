import { attemptLine, attemptsSummary } from '../layout/attempts.ts';
import { layoutTextDiff } from '../layout/text-diff.ts';
import { span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import type { Exercise } from '../model/course.ts';
import { exerciseProgress, hintsUsed } from '../model/progress.ts';
import { explainLoss } from '../model/snapshot.ts';
import { exerciseFiles } from '../workspace/write-exercise.ts';
import { type Arguments, exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { complain, say, show, showJson } from './show.ts';

/** Equal lines shown around a change. */
const contextLines = 3;

/** `api-labs attempts <exercise>`: lists them, compares two, or goes back to one. */
export const run: RunCommand = async (context, args) => {
  const exercise = await context.services.loadExercise(args.subject ?? '');
  const [from, restored] = [args.text('diff'), args.text('restore')];
  const problem = wrongWords(args, from, restored);
  if (problem !== undefined) {
    complain(context, problem);
    return exitCodes.wrongUsage;
  }
  if (restored !== undefined) return restore(context, exercise, restored, args.isOn('json'));
  if (from !== undefined) {
    return compare(context, exercise, [from, args.moreWords[0] ?? 'now'], args.isOn('json'));
  }
  list(context, exercise, args.isOn('json'));
  return exitCodes.passed;
};

function wrongWords(
  { moreWords }: Arguments,
  from: string | undefined,
  restored: string | undefined,
): string | undefined {
  if (from !== undefined && restored !== undefined) {
    return '--diff and --restore are two things: ask for one of them.';
  }
  if (from !== undefined || moreWords.length === 0) return undefined;
  return `"${moreWords[0]}" is one word too many: api-labs attempts <exercise> [--diff A [B]].`;
}

function historyOf(context: Context, exercise: string) {
  return exerciseProgress(context.services.readProgress(), exercise).history;
}

function list(context: Context, { id, title }: Exercise, isJson: boolean): void {
  const progress = exerciseProgress(context.services.readProgress(), id);
  const { history, isSolutionShown } = progress;
  if (isJson) {
    const attempts = history.map((attempt, index) => ({ number: index + 1, ...attempt }));
    const used = { hintsUsed: hintsUsed(progress), isSolutionShown };
    showJson(context, { schemaVersion: 1, exercise: id, ...used, attempts });
    return;
  }
  if (history.length === 0) {
    say(context, `No attempt yet. api-labs grade ${id} makes the first.`);
    return;
  }
  const width = context.terminal.columns;
  show(context, [
    [span(title, 'accent', { isBold: true })],
    ...wrapSpans([span(attemptsSummary(progress), 'muted')], width),
    [],
    ...history.map((attempt, index) => attemptLine(attempt, index + 1, width)),
  ]);
  const earlier = history.length > 1 ? history.slice(0, -1) : history;
  const example = earlier.findLastIndex(({ snapshot }) => snapshot !== undefined) + 1;
  if (example === 0) return;
  context.write('\n');
  say(context, `What changed since one: api-labs attempts ${id} --diff ${example}`);
  say(context, `To go back to one: api-labs attempts ${id} --restore ${example}`);
}

type Side = { kind: 'side'; name: string; text: string } | { kind: 'none'; message: string };

async function compare(
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

/** Why a word names no attempt. */
function wrongNumber(
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

async function restore(
  context: Context,
  exercise: Exercise,
  word: string,
  isJson: boolean,
): Promise<number> {
  const wrong = wrongNumber(context, exercise.id, word, false);
  if (wrong !== undefined) {
    complain(context, wrong);
    return exitCodes.wrongUsage;
  }
  const { isOk, message } = await context.services.restoreAttempt(exercise, Number(word));
  if (isJson) showJson(context, { schemaVersion: 1, exercise: exercise.id, isOk, message });
  else if (isOk) say(context, message);
  else complain(context, message);
  return isOk ? exitCodes.passed : exitCodes.notPassed;
}
