import { layoutBlocks } from '../../../layout/blocks.ts';
import { layoutCode } from '../../../layout/code.ts';
import { nextStepFor } from '../../../layout/next-step.ts';
import { layoutTextDiff } from '../../../layout/text-diff.ts';
import { layoutVerdict } from '../../../layout/verdict.ts';
import { fitLine, span } from '../../../layout/width.ts';
import {
  beatNames,
  beatTitles,
  type CourseIndex,
  type Exercise,
  lessonName,
  listExercises,
  tellMistakes,
} from '../../../model/course.ts';
import { type Line, plainText } from '../../../model/lines.ts';
import type { NextStep } from '../../../model/progress.ts';
import { countChecks, firstFailure, type Verdict } from '../../../model/verdict.ts';
import { apart } from '../../apart.ts';
import type { Screen } from '../../screen.ts';
import type { ExerciseState, Grading } from './use-exercise-state.ts';

type ExerciseLinesOptions = {
  exercise: Exercise;
  state: ExerciseState;
  index: CourseIndex;
  /** Where Enter leads once it has passed. */
  onward: NextStep;
  hintSteps: Record<string, number>;
  spinner: string;
  /** What is said of the time a slow grade has left. */
  timeLeft: string | undefined;
  width: number;
  height: number;
};

/** What the exercise shows now: the task, a run under way, its verdict, or the solution. */
export function exerciseLines(options: ExerciseLinesOptions): Line[] {
  const { exercise, state, width } = options;
  switch (state.view) {
    case 'task':
      return [
        ...layoutBlocks(exercise.task, width),
        [],
        fitLine([span(tellMistakes(exercise), 'muted')], width),
      ];
    case 'solution':
      return solutionLines(exercise, state.mine ?? '', width);
    case 'verdict':
      if (state.grading !== undefined) return gradingLines(state.grading, options);
      if (state.verdict !== undefined) {
        return layoutVerdict(state.verdict, {
          width,
          height: options.height,
          hintSteps: options.hintSteps,
          isExpanded: state.isExpanded,
          expandKey: 'x expand',
          nextStep: nextStep(state.verdict, options.hintSteps),
          passedRemedy: `${onwardWords(options)}, s compares with the solution.`,
          lessonTitle: (lesson) => lessonName(options.index, lesson),
        });
      }
      return [[span('Not graded yet. Save the file, or press g.', 'muted')]];
    default:
      return state.view satisfies never;
  }
}

function onwardWords({ onward, index }: ExerciseLinesOptions): string {
  switch (onward.kind) {
    case 'finished':
      return 'Nothing is left: Enter goes to the course map';
    case 'beat':
      return `Enter goes on to ${onward.lesson.title}, ${beatTitles[onward.beat]}`;
    case 'exercise': {
      const next = listExercises(index).find(({ id }) => id === onward.exercise);
      return `Enter goes on to ${next?.title ?? onward.exercise}`;
    }
    default:
      return onward satisfies never;
  }
}

function nextStep(verdict: Verdict, hintSteps: Record<string, number>): string | undefined {
  const failure = firstFailure(verdict);
  if (failure === undefined || verdict.status !== 'failed') return undefined;
  return nextStepFor(failure, hintSteps, {
    act: 'Change the file and save it.',
    hint: 'press h.',
    solution: 's shows the solution.',
  });
}

const stepMarks: Record<string, Line[number]> = {
  passed: span('✔ ', 'ok'),
  failed: span('✘ ', 'wrong'),
  stuck: span('✘ ', 'warn'),
};

function gradingLines(
  { phase, finished }: Grading,
  { spinner, timeLeft, width }: Pick<ExerciseLinesOptions, 'spinner' | 'timeLeft' | 'width'>,
): Line[] {
  const doing = phase === 'starting' ? 'Starting your handler' : 'Running the checks';
  const line = [span(`${spinner} `, 'accent'), span(doing)];
  return [
    timeLeft === undefined ? line : apart(line, [span(timeLeft, 'warn')], width),
    [],
    ...finished.map(({ title, status }) =>
      fitLine([stepMarks[status] ?? span('· ', 'muted'), span(title)], width),
    ),
  ];
}

function solutionLines(exercise: Exercise, mine: string, width: number): Line[] {
  const heading = (text: string): Line => [span(text, 'accent', { isBold: true })];
  const { solution, solutionPython } = exercise;
  const isSame = mine.trimEnd() === solution.text.trimEnd();
  const diff = isSame
    ? [[span('Your file is the solution, line for line.', 'ok')]]
    : layoutTextDiff(mine, solution.text, width);
  return [
    heading('From your file (−) to the solution (+)'),
    [],
    ...diff,
    [],
    heading('The same in FastAPI'),
    [],
    ...layoutCode(solutionPython.code, width),
  ];
}

/** The screen of `lesson` or `lesson/beat`. */
export function screenOfLesson(lesson: string): Extract<Screen, { name: 'lesson' }> {
  const [id = '', beat] = lesson.split('/');
  return { name: 'lesson', id, beat: beatNames.find((name) => name === beat) ?? 'see' };
}

/** Where the last hint of the first failure stands, to be scrolled to. */
export function lastHintLine(lines: Line[]): number | undefined {
  const first = lines.findIndex((line) => plainText(line).startsWith('Hint '));
  if (first < 0) return undefined;
  return lines.findLastIndex((line) => plainText(line).startsWith('Hint '));
}

/** The state of the exercise in two words, for the header. */
export function exerciseAside(state: ExerciseState, spinner: string): Line {
  if (state.grading !== undefined) return [span(`${spinner} `, 'accent'), span('grading', 'muted')];
  if (state.verdict === undefined) return [];
  return verdictWords(state.verdict);
}

function verdictWords(verdict: Verdict): Line {
  const { passed, total } = countChecks(verdict);
  if (verdict.status === 'passed') return [span('✔ passed', 'ok')];
  const counts = total === 0 ? '' : `  ${passed} of ${total}`;
  return [span(`✘ ${verdict.status}${counts}`, verdict.status === 'stuck' ? 'warn' : 'wrong')];
}

/** Whether there is a failed check that is not shown whole. */
export function hasMore(verdict: Verdict | undefined): boolean {
  const failed = verdict?.checks.filter(({ status }) => status === 'failed' || status === 'stuck');
  return (failed?.length ?? 0) > 1;
}
