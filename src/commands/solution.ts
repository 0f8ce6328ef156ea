import { layoutCode } from '../layout/code.ts';
import { layoutTextDiff } from '../layout/text-diff.ts';
import { span } from '../layout/width.ts';
import type { Exercise } from '../model/course.ts';
import { exerciseProgress } from '../model/progress.ts';
import { exitCodes, type RunCommand } from './command.ts';
import type { Context } from './context.ts';
import { say, show } from './show.ts';

/** `api-labs solution <exercise>`: free after passing, else only when it is asked for twice. */
export const run: RunCommand = async (context, args) => {
  const { services, terminal } = context;
  const exercise = await services.loadExercise(args.subject ?? '');
  const { status, isSolutionShown } = exerciseProgress(services.readProgress(), exercise.id);
  if (status !== 'passed' && !isSolutionShown && !args.isOn('force')) {
    askTwice(context, exercise, args.isOn('python'));
    return exitCodes.notPassed;
  }
  services.record({ kind: 'solution-shown', exercise: exercise.id });
  if (args.isOn('python')) {
    show(context, [
      [span(`${exercise.title}, in FastAPI`, 'accent', { isBold: true })],
      [],
      ...layoutCode(exercise.solutionPython.code, terminal.columns),
    ]);
    return exitCodes.passed;
  }
  show(context, [
    [span(`${exercise.title}, one solution`, 'accent', { isBold: true })],
    [],
    ...layoutCode(exercise.solution.code, terminal.columns),
  ]);
  await showDifference(context, exercise);
  context.write('\n');
  say(context, `The same in FastAPI: api-labs solution ${exercise.id} --python`);
  return exitCodes.passed;
};

function askTwice(context: Context, exercise: Exercise, isPython: boolean): void {
  const option = isPython ? ' --python' : '';
  say(context, `${exercise.id} is not passed yet.`);
  say(
    context,
    `This prints the whole solution${isPython ? ' in FastAPI' : ' and how your handler differs from it'}, and progress notes that you have seen it.`,
  );
  say(context, `A smaller step: api-labs hint ${exercise.id}`);
  say(context, `To see it all the same: api-labs solution ${exercise.id}${option} --force`);
}

async function showDifference(context: Context, exercise: Exercise): Promise<void> {
  const { services, terminal } = context;
  if (services.workspace().kind === 'none') return;
  const opened = await services.openExercise(exercise);
  if ('problem' in opened) return;
  const mine = await services.readFile(opened.handlerFile);
  if (mine === undefined || mine === exercise.starter.text) return;
  context.write('\n');
  if (mine.trim() === exercise.solution.text.trim()) {
    say(context, 'Your handler is the same, word for word.');
    return;
  }
  show(context, [
    [span('From yours to this one', 'accent', { isBold: true })],
    [],
    ...layoutTextDiff(mine, exercise.solution.text, terminal.columns),
  ]);
}
