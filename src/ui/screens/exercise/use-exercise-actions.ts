import type { Exercise } from '../../../model/course.ts';
import { exerciseProgress, type NextStep } from '../../../model/progress.ts';
import { firstFailure, hintKey } from '../../../model/verdict.ts';
import type { Action } from '../../key-groups.ts';
import { screenOfStep } from '../../screen.ts';
import type { ExerciseFolder, Outcome } from '../../services.ts';
import { useSession } from '../../session.ts';
import { statusOfOutcome } from '../../status.ts';
import { screenOfLesson } from './exercise-lines.ts';
import type { ExerciseEvent, ExerciseState } from './use-exercise-state.ts';

type ExerciseActionsOptions = {
  exercise: Exercise;
  folder: ExerciseFolder | undefined;
  state: ExerciseState;
  send: (event: ExerciseEvent) => void;
  grade: () => void;
  /** Ends the grade under way, where it has become slow. */
  stop: (() => void) | undefined;
  /** Scrolls to the last of the hints given. */
  showHint: (hintSteps: Record<string, number>) => void;
  /** Where one goes on once it has passed. */
  onward: NextStep;
  /** Opens the exercise's folder again, after the workspace was made. */
  openAgain: () => void;
};

/** What the keys of an exercise do. */
export function useExerciseActions(
  options: ExerciseActionsOptions,
): Partial<Record<Action, () => void>> {
  const { exercise, folder, state, send, grade, stop, showHint, onward, openAgain } = options;
  const session = useSession();
  const { services } = session;
  const progress = exerciseProgress(session.progress, exercise.id);
  const failure = firstFailure(state.verdict);

  const openEditor = () => {
    if (folder === undefined) return sayNoFolder();
    const editor = services.editor(folder.handlerFile);
    session.attempt(async () => {
      if (editor.kind !== 'terminal') {
        session.say(statusOfOutcome(await editor.open()));
        return;
      }
      let outcome: Outcome | undefined;
      await session.suspendTerminal(async () => {
        outcome = await editor.open();
      });
      if (outcome?.isOk === false) session.say(statusOfOutcome(outcome));
    });
  };
  const sayNoFolder = () =>
    session.say({
      tone: 'warn',
      text: 'There is no file to work on yet. Press w to make the workspace folder.',
    });
  const showNextHint = () => {
    if (state.grading !== undefined) {
      return session.say({
        tone: 'plain',
        text: 'It is being graded: the hint follows the verdict.',
      });
    }
    if (state.verdict === undefined) {
      return session.say({
        tone: 'warn',
        text: 'Hints follow the first failed check: press g to grade first.',
      });
    }
    if (failure === undefined) {
      const text =
        state.verdict.status === 'passed'
          ? 'Nothing left to hint at.'
          : 'No check has run: the message above says what to do.';
      return session.say({ tone: 'plain', text });
    }
    const key = hintKey(failure);
    const step = (progress.hints[key] ?? 0) + 1;
    if (failure.hints.length === 0) {
      return session.say({
        tone: 'plain',
        text: 'That is a check of your own: it has no hints. p plays your handler, then o lists your checks.',
      });
    }
    if (step > failure.hints.length) {
      showHint(progress.hints);
      return session.say({
        tone: 'plain',
        text: 'That was the last hint. s shows the solution, y the lesson.',
      });
    }
    session.record({ kind: 'hint-shown', exercise: exercise.id, check: key, step });
    showHint({ ...progress.hints, [key]: step });
  };
  const showSolution = () => {
    const isEarned = progress.status === 'passed' || progress.isSolutionShown;
    if (!isEarned && state.confirming !== 'solution') {
      send({ kind: 'asked', about: 'solution' });
      return session.say({
        tone: 'warn',
        text: 'Not passed yet. Press s again to see the solution all the same.',
      });
    }
    session.attempt(async () => {
      const mine = folder === undefined ? undefined : await services.readFile(folder.handlerFile);
      send({ kind: 'solution-shown', mine: mine ?? '' });
      if (!progress.isSolutionShown)
        session.record({ kind: 'solution-shown', exercise: exercise.id });
    });
  };
  const reset = () => {
    if (folder === undefined) return sayNoFolder();
    if (state.confirming !== 'reset') {
      send({ kind: 'asked', about: 'reset' });
      return session.say({
        tone: 'warn',
        text: 'Put the starter back? Your file is kept among your attempts. Press r again.',
      });
    }
    send({ kind: 'answered' });
    session.attempt(async () => {
      const outcome = await services.resetExercise(exercise);
      // The starter that is put back is graded, as every save is.
      session.say({ ...statusOfOutcome(outcome), gradings: 1 });
      if (!outcome.isOk) return;
      send({ kind: 'was-reset' });
      session.verdicts.delete(exercise.id);
      session.record({ kind: 'exercise-reset', exercise: exercise.id });
    });
  };
  const makeWorkspace = () => {
    const workspace = services.workspace();
    if (workspace.kind !== 'none') return openAgain();
    session.attempt(async () => {
      const outcome = await services.createWorkspace(workspace.suggestedFolder);
      session.say(statusOfOutcome(outcome));
      if (outcome.isOk) openAgain();
    });
  };
  const hasPassed = state.verdict?.status === 'passed' && state.grading === undefined;
  const goOn = () => session.open(screenOfStep(onward));
  return {
    confirm: hasPassed ? goOn : openEditor,
    editor: openEditor,
    grade: folder === undefined ? sayNoFolder : grade,
    hint: showNextHint,
    expand: () => send({ kind: 'expand-toggled' }),
    solution: showSolution,
    reset,
    attempts: () => session.open({ name: 'attempts', id: exercise.id }),
    'toggle-task': () => send({ kind: 'view-toggled' }),
    ...(stop !== undefined && {
      back: () => {
        stop();
        session.say({ tone: 'plain', text: 'Stopped without a verdict. g grades it again.' });
      },
    }),
    ...(state.view === 'solution' && { back: () => send({ kind: 'solution-closed' }) }),
    explain: () => session.open({ ...screenOfLesson(failure?.lesson ?? exercise.lesson), at: {} }),
    'make-workspace': makeWorkspace,
    play: () =>
      folder === undefined
        ? sayNoFolder()
        : session.open({ name: 'play', id: folder.handlerFile, exercise: exercise.id }),
  };
}
