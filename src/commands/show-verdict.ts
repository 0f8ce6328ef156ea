import { layoutVerdict } from '../layout/verdict.ts';
import {
  beatNames,
  beatTitles,
  type CourseIndex,
  listExercises,
  tellMistakes,
} from '../model/course.ts';
import { exerciseProgress } from '../model/progress.ts';
import { type CheckResult, countChecks, type Verdict } from '../model/verdict.ts';
import type { Context } from './context.ts';
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
      lessonTitle: (lesson) => nameLesson(lesson, services.courseIndex),
    }),
  );
  const exercise = listExercises(services.courseIndex).find(({ id }) => id === verdict.exercise);
  if (verdict.status === 'passed' && exercise !== undefined) {
    say(context, `${tellMistakes(exercise)} Your handler makes none of them.`);
  }
  const failed = firstFailure(verdict);
  if (failed !== undefined && failed.hints.length > 0) {
    context.write('\n');
    say(context, `For a hint: api-labs hint ${verdict.exercise}${targetOptions(verdict)}`);
  }
}

/** The verdict's event; the store adds the time. */
export function recordVerdict(context: Context, verdict: Verdict): void {
  context.services.record({
    kind: 'verdict',
    exercise: verdict.exercise,
    status: verdict.status,
    ...countChecks(verdict),
    durationMs: verdict.durationMs,
    failedCheck: firstFailure(verdict)?.id,
  });
  const warning = context.services.progressWarning();
  if (warning !== undefined) context.writeError(`${warning}\n`);
}

/** The first check that did not pass, in teaching order. */
export function firstFailure(verdict: Verdict): CheckResult | undefined {
  return verdict.checks.find(({ status }) => status === 'failed' || status === 'stuck');
}

function nameLesson(lesson: string, index: CourseIndex): string {
  const [id, beat] = lesson.split('/');
  const title = index.lessons.find((one) => one.id === id)?.title ?? lesson;
  const beatName = beatNames.find((one) => one === beat);
  return beatName === undefined ? title : `${title}, ${beatTitles[beatName]}`;
}

function targetOptions({ target }: Verdict): string {
  switch (target.kind) {
    case 'file':
      return '';
    case 'url':
      return ` --url ${target.url}`;
    case 'command':
      return ` --run "${target.command}"`;
    default:
      return target satisfies never;
  }
}
