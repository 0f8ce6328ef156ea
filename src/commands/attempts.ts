import { attemptLine, attemptsSummary } from '../layout/attempts.ts';
import { span } from '../layout/width.ts';
import { wrapSpans } from '../layout/wrap.ts';
import type { Exercise } from '../model/course.ts';
import { exerciseProgress, hintsUsed } from '../model/progress.ts';
import { type Arguments, exitCodes, type RunCommand } from './command.ts';
import { compareAttempts, wrongNumber } from './compare-attempts.ts';
import type { Context } from './context.ts';
import { complain, say, show, showJson } from './show.ts';

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
    return compareAttempts(
      context,
      exercise,
      [from, args.moreWords[0] ?? 'now'],
      args.isOn('json'),
    );
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
