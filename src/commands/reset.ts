import { exitCodes, type RunCommand } from './command.ts';
import { complain, say } from './show.ts';

/** `api-labs reset <exercise>`: puts the starter back and says where the old handler is. */
export const run: RunCommand = async (context, args) => {
  const { services } = context;
  if (services.workspace().kind === 'none') {
    complain(context, 'There is no workspace here. api-labs init makes one.');
    return exitCodes.notPassed;
  }
  const exercise = await services.loadExercise(args.subject ?? '');
  const outcome = await services.resetExercise(exercise);
  if (!outcome.isOk) {
    complain(context, outcome.message);
    return exitCodes.notPassed;
  }
  services.record({ kind: 'exercise-reset', exercise: exercise.id });
  say(context, outcome.message);
  return exitCodes.passed;
};
