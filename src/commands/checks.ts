import type { OwnCheck } from '../model/own-check.ts';
import { exitCodes, type RunCommand } from './command.ts';
import { findTarget } from './grade-target.ts';
import { complain, say, showJson } from './show.ts';

/** `api-labs checks <exercise>`: lists the learner's own checks, or drops one. */
export const run: RunCommand = async (context, args) => {
  const { services } = context;
  const exercise = await services.loadExercise(args.subject ?? '');
  const found = await findTarget(context, args, exercise);
  if (found.kind === 'wrong' || found.target.kind !== 'file') {
    if (found.kind === 'wrong') complain(context, found.message);
    return exitCodes.wrongUsage;
  }
  const handlerFile = found.target.file;
  const dropped = args.text('drop');
  if (dropped !== undefined) {
    const outcome = await services.dropOwnCheck(handlerFile, dropped);
    if (outcome.isOk) say(context, outcome.message);
    else complain(context, outcome.message);
    return outcome.isOk ? exitCodes.passed : exitCodes.notPassed;
  }
  const own = await services.readOwnChecks(handlerFile, exercise.id);
  if (own.problem !== undefined) {
    complain(context, own.problem);
    return exitCodes.notPassed;
  }
  if (args.isOn('json')) {
    showJson(context, { schemaVersion: 1, exercise: exercise.id, ...own });
    return exitCodes.passed;
  }
  if (own.checks.length === 0) {
    say(context, `You have no checks of your own for ${exercise.id}.`);
    say(context, `To make one: api-labs lab --file ${handlerFile}, send a request, press a.`);
    return exitCodes.passed;
  }
  for (const { id, title } of own.checks) say(context, { text: id, tone: 'accent' }, `  ${title}`);
  say(context, { text: `They are in ${own.file}.`, tone: 'muted' });
  say(context, { text: `To drop one: ${dropCommand(exercise.id, own.checks)}`, tone: 'muted' });
  return exitCodes.passed;
};

function dropCommand(exercise: string, checks: OwnCheck[]): string {
  return `api-labs checks ${exercise} --drop ${checks.at(-1)?.id}`;
}
