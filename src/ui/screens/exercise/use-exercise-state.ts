import { useReducer } from 'react';
import type { GradeStep, Verdict } from '../../../model/verdict.ts';

export type ExerciseView = 'task' | 'verdict' | 'solution';

/** What has to be asked for twice. */
export type Confirmation = 'solution' | 'reset';

/** A grading under way: which run it is, and what it has said so far. */
export type Grading = {
  run: number;
  phase: 'starting' | 'checking';
  /** How long it may take, once it has begun. */
  deadlineMs?: number;
  finished: { title: string; status: string }[];
};

export type ExerciseState = {
  view: ExerciseView;
  grading?: Grading;
  verdict?: Verdict;
  /** The run that gave the verdict, where one of this screen did. */
  gradedRun?: number;
  isExpanded: boolean;
  confirming?: Confirmation;
  /** The learner's file as it was when the solution was asked for. */
  mine?: string;
};

export type ExerciseEvent =
  | { kind: 'grading-started'; run: number }
  | { kind: 'grading-step'; run: number; step: GradeStep }
  | { kind: 'graded'; run: number; verdict: Verdict }
  | { kind: 'grading-failed'; run: number }
  | { kind: 'view-toggled' }
  | { kind: 'expand-toggled' }
  | { kind: 'asked'; about: Confirmation }
  | { kind: 'answered' }
  | { kind: 'solution-shown'; mine: string }
  | { kind: 'solution-closed' }
  | { kind: 'was-reset' };

/** An exercise begins with its task, or with the verdict it was left with. */
export function openExerciseState(verdict: Verdict | undefined): ExerciseState {
  if (verdict === undefined) return { view: 'task', isExpanded: false };
  return { view: 'verdict', verdict, isExpanded: false };
}

/** The exercise after one event. Only the newest run is heard: an older one was overtaken by a save. */
export function reduceExercise(state: ExerciseState, event: ExerciseEvent): ExerciseState {
  switch (event.kind) {
    case 'grading-started': {
      const grading: Grading = { run: event.run, phase: 'starting', finished: [] };
      return { ...state, view: 'verdict', grading, confirming: undefined };
    }
    case 'grading-step':
      if (state.grading?.run !== event.run) return state;
      return { ...state, grading: afterStep(state.grading, event.step) };
    case 'graded':
      if (state.grading?.run !== event.run) return state;
      return {
        ...state,
        grading: undefined,
        verdict: event.verdict,
        gradedRun: event.run,
        isExpanded: false,
      };
    case 'grading-failed':
      return state.grading?.run === event.run ? { ...state, grading: undefined } : state;
    case 'view-toggled':
      return { ...state, view: state.view === 'task' ? 'verdict' : 'task' };
    case 'expand-toggled':
      return { ...state, isExpanded: !state.isExpanded };
    case 'asked':
      return { ...state, confirming: event.about };
    case 'answered':
      return { ...state, confirming: undefined };
    case 'solution-shown':
      return { ...state, view: 'solution', mine: event.mine, confirming: undefined };
    case 'solution-closed':
      return { ...state, view: state.verdict === undefined ? 'task' : 'verdict' };
    case 'was-reset':
      return openExerciseState(undefined);
    default:
      return event satisfies never;
  }
}

function afterStep(grading: Grading, step: GradeStep): Grading {
  switch (step.kind) {
    case 'starting':
      return { ...grading, phase: 'starting', deadlineMs: step.deadlineMs };
    case 'checking':
      return { ...grading, phase: 'checking' };
    case 'check-finished': {
      const { title, status } = step;
      return { ...grading, phase: 'checking', finished: [...grading.finished, { title, status }] };
    }
    default:
      return step satisfies never;
  }
}

export function useExerciseState(verdict: Verdict | undefined) {
  return useReducer(reduceExercise, verdict, openExerciseState);
}
