import { durationText } from '../layout/exchange.ts';
import { span } from '../layout/width.ts';
import { type ExerciseSummary, listExercises } from '../model/course.ts';
import type { Line } from '../model/lines.ts';
import { exerciseProgress } from '../model/progress.ts';
import { runSideBySide } from '../model/side-by-side.ts';
import { countChecks, firstFailure, type Verdict } from '../model/verdict.ts';
import { exerciseFiles } from '../workspace/write-exercise.ts';
import { type Arguments, exitCodes } from './command.ts';
import type { Context } from './context.ts';
import { complain, say, show, showJson } from './show.ts';
import { gradeAttempt } from './show-verdict.ts';
import { openTransientLine } from './transient-line.ts';

/** The grader keeps as many runners warm. */
const sideBySide = 2;

type Result = { exercise: string } & (
  | { kind: 'graded'; verdict: Verdict }
  | { kind: 'missing'; file: string }
);

/** `api-labs grade --all`: every exercise that was passed once, graded again. */
export async function gradeAll(context: Context, args: Arguments): Promise<number> {
  const { services } = context;
  const extra = ['file', 'url', 'run', 'seed'].find((name) => args.text(name) !== undefined);
  const other = args.subject ?? (args.isOn('watch') ? '--watch' : extra && `--${extra}`);
  if (other !== undefined) {
    const what = '--all grades every exercise you have passed, from your workspace';
    complain(context, `${what}: it cannot be combined with ${other}.`);
    return exitCodes.wrongUsage;
  }
  const workspace = services.workspace();
  if (workspace.kind === 'none') {
    complain(context, 'There is no workspace here. api-labs init makes one.');
    return exitCodes.wrongUsage;
  }
  const progress = services.readProgress();
  const all = listExercises(services.courseIndex);
  const passed = all.filter(({ id }) => exerciseProgress(progress, id).status === 'passed');
  const isJson = args.isOn('json');
  if (passed.length === 0 && !isJson) {
    say(context, 'No exercise is passed yet, so there is nothing to grade again.');
    say(context, `To begin with: api-labs grade ${all[0]?.id ?? ''}`);
    return exitCodes.passed;
  }
  const results = await gradeEach(context, workspace.folder, passed, isJson);
  if (isJson) showJson(context, report(results));
  else showSummary(context, results);
  return results.every(isPassed) ? exitCodes.passed : exitCodes.notPassed;
}

/** Grades two at a time; says each result as it comes, above the bar. Gives them in the course's order. */
async function gradeEach(
  context: Context,
  workspace: string,
  exercises: ExerciseSummary[],
  isQuiet: boolean,
): Promise<Result[]> {
  const bar = openTransientLine(context);
  const results = new Map<string, Result>();
  const showBar = () => !isQuiet && bar.show(barLine(results.size, exercises.length));
  const idWidth = Math.max(...exercises.map(({ id }) => id.length));
  const slow: string[] = [];
  const take = (result: Result): void => {
    results.set(result.exercise, result);
    if (isQuiet) return;
    bar.clear();
    show(context, [resultLine(result, idWidth)]);
    showBar();
  };
  showBar();
  try {
    await runSideBySide(exercises, sideBySide, async ({ id }) => {
      const result = await gradeOne(context, workspace, id);
      if (isStuck(result)) slow.push(id);
      else take(result);
    });
    // A busy machine may be too slow for two at a time: only what is stuck alone is stuck.
    for (const id of slow) take(await gradeOne(context, workspace, id));
  } finally {
    bar.clear();
  }
  return exercises.flatMap(({ id }) => results.get(id) ?? []);
}

async function gradeOne(context: Context, workspace: string, id: string): Promise<Result> {
  const { handlerFile: file } = exerciseFiles(workspace, id);
  if ((await context.services.readFile(file)) === undefined) {
    return { exercise: id, kind: 'missing', file };
  }
  const exercise = await context.services.loadExercise(id);
  const { signal } = context;
  const verdict = await gradeAttempt(context, exercise, { kind: 'file', file }, { signal });
  return { exercise: id, kind: 'graded', verdict };
}

function isPassed(result: Result): boolean {
  return result.kind === 'graded' && result.verdict.status === 'passed';
}

function isStuck(result: Result): boolean {
  return result.kind === 'graded' && result.verdict.status === 'stuck';
}

function resultLine(result: Result, idWidth: number): Line {
  const mark = isPassed(result) ? span('✔ ', 'ok') : span('✘ ', 'wrong');
  return [mark, span(result.exercise.padEnd(idWidth)), span(`  ${resultText(result)}`, 'muted')];
}

function resultText(result: Result): string {
  if (result.kind === 'missing') return 'its handler.ts is gone';
  const { status, durationMs } = result.verdict;
  const { passed, total } = countChecks(result.verdict);
  const counts = total === 0 ? status : `${status}, ${passed} of ${total} checks`;
  return `${counts}, ${durationText(durationMs)}`;
}

const barColumns = 24;

function barLine(done: number, total: number): Line {
  const filled = Math.round((done / total) * barColumns);
  const rest = '─'.repeat(barColumns - filled);
  return [span('━'.repeat(filled), 'accent'), span(rest, 'muted'), span(` ${done} of ${total}`)];
}

function showSummary(context: Context, results: Result[]): void {
  const broken = results.filter((result) => !isPassed(result));
  const total = results.length;
  context.write('\n');
  if (broken.length === 0) {
    const all = total === 1 ? 'The exercise you passed still passes.' : `All ${total} still pass.`;
    say(context, { text: '✔ ', tone: 'ok' }, all);
    return;
  }
  const count = `${broken.length} of ${total} ${broken.length === 1 ? 'does' : 'do'} not pass any more.`;
  say(context, { text: '✘ ', tone: 'wrong' }, { text: count, isBold: true });
  for (const result of broken) {
    context.write('\n');
    say(context, { text: result.exercise, isBold: true });
    say(context, whatBroke(result));
    const command = result.kind === 'missing' ? 'attempts' : 'grade';
    say(context, { text: '▸ ', tone: 'accent' }, `api-labs ${command} ${result.exercise}`);
  }
}

function whatBroke(result: Result): string {
  if (result.kind === 'missing') return `There is no file ${result.file} any more.`;
  return firstFailure(result.verdict)?.title ?? result.verdict.message;
}

function report(results: Result[]): unknown {
  return {
    schemaVersion: 1,
    passed: results.filter(isPassed).length,
    total: results.length,
    exercises: results.map((result) => {
      if (result.kind === 'missing') {
        return { exercise: result.exercise, status: 'missing', message: whatBroke(result) };
      }
      const { status, durationMs, message, seed } = result.verdict;
      return {
        exercise: result.exercise,
        status,
        checks: countChecks(result.verdict),
        durationMs,
        seed,
        message,
        failedCheck: firstFailure(result.verdict)?.id ?? null,
      };
    }),
  };
}
