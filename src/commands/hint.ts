import { wrapSpans } from '../layout/wrap.ts';
import { exerciseProgress } from '../model/progress.ts';
import { type CheckResult, firstFailure, hintKey, type Verdict } from '../model/verdict.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { findTarget } from './grade-target.ts';
import { complain, say, show } from './show.ts';
import { gradeVisibly, showVerdict, targetOptions } from './show-verdict.ts';

/**
 * `api-labs hint <exercise>`: one hint more for the first check that fails. The handler is looked at as it
 * is now, so that a hint never speaks of what has been put right since the last verdict; that is no attempt.
 */
export const run: RunCommand = async (context, args) => {
  const { services, signal } = context;
  const exercise = await services.loadExercise(args.subject ?? '');
  const found = await findTarget(context, args, exercise);
  if (found.kind === 'wrong') {
    complain(context, found.message);
    return exitCodes.wrongUsage;
  }
  const verdict = await gradeVisibly(
    context,
    exercise,
    found.target,
    { signal, seed: found.seed },
    services.grade,
  );
  if (verdict.status === 'passed') {
    say(context, `${exercise.id} passes every check: no hint is needed.`);
    if (exerciseProgress(services.readProgress(), exercise.id).status !== 'passed') {
      say(context, `It counts once it is graded: api-labs grade ${exercise.id}`);
    }
    say(context, `To compare: api-labs solution ${exercise.id}`);
    return exitCodes.passed;
  }
  const check = firstFailure(verdict);
  if (check === undefined || check.hints.length === 0) {
    showVerdict(context, verdict);
    return exitCodes.passed;
  }
  const about = await tellWhatItIsAbout(context, verdict);
  showNextHint(context, exercise.id, check, about);
  const warning = services.progressWarning();
  if (warning !== undefined) context.writeError(`${warning}\n`);
  return exitCodes.passed;
};

/** Which state of the handler a hint speaks of: the one of the last verdict, or one that was not graded. */
async function tellWhatItIsAbout(context: Context, verdict: Verdict): Promise<string> {
  const { services } = context;
  const { exercise, target } = verdict;
  if (target.kind !== 'file') return 'This is about your server as it is now.';
  const { history, lastVerdict } = exerciseProgress(services.readProgress(), exercise);
  const number = history.findLastIndex(({ kind }) => kind === 'verdict') + 1;
  const snapshot = lastVerdict?.snapshot;
  const graded =
    snapshot === undefined ? undefined : await services.readSnapshot(exercise, snapshot);
  const isKept = graded?.kind === 'kept';
  if (isKept && graded.text === (await services.readFile(target.file))) {
    return `This is about your handler as it was graded in attempt ${number}.`;
  }
  const changed = isKept ? `, changed since attempt ${number}` : '';
  const command = `api-labs grade ${exercise}${targetOptions(context, verdict)}`;
  return `This is about your handler as it is now${changed}.\nTo grade it: ${command}`;
}

function showNextHint(context: Context, exercise: string, check: CheckResult, about: string): void {
  const { services, terminal } = context;
  const shown = exerciseProgress(services.readProgress(), exercise).hints[hintKey(check)] ?? 0;
  const step = Math.min(shown + 1, check.hints.length);
  if (step > shown) services.record({ kind: 'hint-shown', exercise, check: hintKey(check), step });
  say(context, { text: '✘ ', tone: 'wrong' }, { text: check.title, isBold: true });
  say(context, { text: check.message, tone: 'muted' });
  for (const line of about.split('\n')) say(context, { text: line, tone: 'muted' });
  context.write('\n');
  for (const [index, hint] of check.hints.slice(0, step).entries()) {
    const label = { text: `Hint ${index + 1} of ${check.hints.length}: `, tone: 'accent' } as const;
    const [first = '', ...more] = hint.trimEnd().split('\n');
    say(context, label, first);
    for (const line of more) {
      show(context, wrapSpans([{ text: line }], terminal.columns, { indent: [{ text: '  ' }] }));
    }
  }
  if (shown < check.hints.length) return;
  context.write('\n');
  say(context, `That was the last one. The solution: api-labs solution ${exercise}`);
}
