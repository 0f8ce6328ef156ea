import { join } from 'node:path';
import { nextStepFor } from '../layout/next-step.ts';
import { layoutVerdict } from '../layout/verdict.ts';
import { type Exercise, lessonName, listExercises, tellMistakes } from '../model/course.ts';
import { exerciseProgress } from '../model/progress.ts';
import { firstFailure, type Target, type Verdict } from '../model/verdict.ts';
import type { Context } from './context.ts';
import { startCountdown } from './countdown.ts';
import { say, show } from './show.ts';

/** Prints a verdict as lines, with the hints shown so far and the command for the next step. */
export function showVerdict(context: Context, verdict: Verdict): void {
  const { services, terminal } = context;
  const { hints } = exerciseProgress(services.readProgress(), verdict.exercise);
  show(
    context,
    layoutVerdict(verdict, {
      width: terminal.columns,
      hintSteps: hints,
      isExpanded: false,
      lessonTitle: (lesson) => lessonName(services.courseIndex, lesson),
    }),
  );
  const exercise = listExercises(services.courseIndex).find(({ id }) => id === verdict.exercise);
  if (verdict.status === 'passed' && exercise !== undefined) {
    say(context, `${tellMistakes(exercise)} Your handler makes none of them.`);
  }
  const failed = firstFailure(verdict);
  if (failed === undefined || verdict.status !== 'failed') return;
  context.write('\n');
  const step = nextStepFor(failed, hints, {
    act: verdict.target.kind === 'file' ? 'Change the file.' : 'Change your server.',
    hint: `api-labs hint ${verdict.exercise}${targetOptions(context, verdict)}`,
    solution: `api-labs solution ${verdict.exercise}`,
  });
  say(context, { text: '▸ ', tone: 'accent', isBold: true }, step);
}

/** Grades as an attempt of the learner's, and says when it could not be remembered. */
export async function gradeAttempt(
  context: Context,
  ...request: Parameters<Context['services']['gradeAttempt']>
): Promise<Verdict> {
  const verdict = await context.services.gradeAttempt(...request);
  const warning = context.services.progressWarning();
  if (warning !== undefined) context.writeError(`${warning}\n`);
  return verdict;
}

/** The same, with the time that is left shown while it takes long; with another `grade` it need not be an attempt. */
export async function gradeVisibly(
  context: Context,
  exercise: Exercise,
  target: Target,
  options: { signal: AbortSignal; seed?: number | undefined },
  grade: Context['services']['grade'] = (...request) => gradeAttempt(context, ...request),
): Promise<Verdict> {
  const { onStep, end } = startCountdown(context);
  try {
    return await grade(exercise, target, { ...options, onStep });
  } finally {
    end();
  }
}

/** The options that name the same target again; the workspace's handler needs none. */
export function targetOptions({ services }: Context, { exercise, target }: Verdict): string {
  switch (target.kind) {
    case 'file': {
      const workspace = services.workspace();
      const isOwn =
        workspace.kind === 'ready' &&
        target.file === join(workspace.folder, ...exercise.split('/'), 'handler.ts');
      return isOwn ? '' : ` --file ${target.file}`;
    }
    case 'url':
      return ` --url ${target.url}`;
    case 'command':
      return ` --run "${target.command}"`;
    default:
      return target satisfies never;
  }
}
