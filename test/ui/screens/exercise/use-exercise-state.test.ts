import { expect, test } from 'vitest';
import {
  type ExerciseEvent,
  type ExerciseState,
  openExerciseState,
  reduceExercise,
} from '../../../../src/ui/screens/exercise/use-exercise-state.ts';
import { failedVerdict, passedVerdict } from '../../memory-services.ts';

function after(...events: ExerciseEvent[]): ExerciseState {
  return events.reduce(reduceExercise, openExerciseState(undefined));
}

test('only the newest run is heard', () => {
  const state = after(
    { kind: 'grading-started', run: 1 },
    { kind: 'grading-started', run: 2 },
    { kind: 'graded', run: 1, verdict: failedVerdict },
    { kind: 'grading-step', run: 1, step: { kind: 'checking' } },
  );
  expect(state).toMatchObject({ grading: { run: 2, phase: 'starting' } });
  expect(state.verdict).toBeUndefined();
  const done = reduceExercise(state, { kind: 'graded', run: 2, verdict: passedVerdict });
  expect(done).toMatchObject({ view: 'verdict', verdict: passedVerdict });
  expect(done.grading).toBeUndefined();
});

test('lists the checks as they finish', () => {
  const state = after(
    { kind: 'grading-started', run: 1 },
    { kind: 'grading-step', run: 1, step: { kind: 'starting', deadlineMs: 10_000 } },
    {
      kind: 'grading-step',
      run: 1,
      step: { kind: 'check-finished', title: 'one', status: 'passed' },
    },
  );
  expect(state.grading).toEqual({
    run: 1,
    phase: 'checking',
    deadlineMs: 10_000,
    finished: [{ title: 'one', status: 'passed' }],
  });
});

test('a save takes back what was asked', () => {
  const state = after({ kind: 'asked', about: 'solution' }, { kind: 'grading-started', run: 1 });
  expect(state.confirming).toBeUndefined();
});

test('begins with the verdict it was left with', () => {
  expect(openExerciseState(failedVerdict).view).toBe('verdict');
  expect(reduceExercise(openExerciseState(failedVerdict), { kind: 'was-reset' }).view).toBe('task');
});
