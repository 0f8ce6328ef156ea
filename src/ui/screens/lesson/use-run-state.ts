import { useLayoutEffect, useReducer } from 'react';
import type { Block, Prediction, PreparedRequest, Timeline } from '../../../model/course.ts';
import type { Exchange } from '../../../model/exchange.ts';
import { fittingChoices } from '../../../model/reply-pattern.ts';
import { fittingTimes, isTimelineOver, type TimelineRun } from '../../../model/timeline.ts';

/** What is shown at once: some text, and at most one prediction or timeline at its end. */
export type RunStep = { blocks: Block[]; prediction?: Prediction; timeline?: Timeline };

/** A beat cut after each prediction and each timeline. There is always at least one step. */
export function splitRunSteps(blocks: Block[]): RunStep[] {
  const steps: RunStep[] = [];
  let waiting: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'prediction') {
      steps.push({ blocks: waiting, prediction: block.prediction });
      waiting = [];
    } else if (block.kind === 'timeline') {
      steps.push({ blocks: waiting, timeline: block.timeline });
      waiting = [];
    } else waiting.push(block);
  }
  if (waiting.length > 0 || steps.length === 0) steps.push({ blocks: waiting });
  return steps;
}

/** The step on which a block is shown; -1 when it is on none. */
export function stepOfBlock(steps: RunStep[], block: Block | undefined): number {
  if (block === undefined) return -1;
  return steps.findIndex(
    ({ blocks, prediction, timeline }) =>
      blocks.includes(block) ||
      (block.kind === 'prediction' && block.prediction === prediction) ||
      (block.kind === 'timeline' && block.timeline === timeline),
  );
}

/** What the lab answered to a prediction's request. */
export type Answer = { choice: number; exchange: Exchange };

export type RunPhase =
  | { kind: 'choosing' }
  | { kind: 'sending' }
  | { kind: 'failed'; message: string; remedy: string }
  | { kind: 'answered' };

export type RunState = {
  step: number;
  selected: number;
  phase: RunPhase;
  /** Answers given, by step. */
  answers: Record<number, Answer>;
  /** Timelines that were begun, by step. */
  timelines: Record<number, TimelineRun>;
  /** The request sent again after an edit, with its reply. */
  again?: Exchange;
  /** The request under edit, when the editor is open. */
  editing?: PreparedRequest;
};

export type RunEvent =
  | { kind: 'moved'; by: 1 | -1; choices: number }
  | { kind: 'sent' }
  | { kind: 'answered'; step: number; exchange: Exchange }
  | { kind: 'failed'; step: number; message: string; remedy: string }
  | { kind: 'timeline-began'; step: number; run: number; choice: number; requests: number }
  | { kind: 'timeline-answered'; step: number; run: number; place: number; exchange: Exchange }
  | { kind: 'stepped'; to: number }
  | { kind: 'editing'; request: PreparedRequest }
  | { kind: 'editing-ended' }
  | { kind: 'sent-again'; exchange: Exchange };

export const initialRunState: RunState = {
  step: 0,
  selected: 0,
  phase: { kind: 'choosing' },
  answers: {},
  timelines: {},
};

/** Run it after one event. What comes for a step that was left is dropped. */
export function reduceRun(state: RunState, event: RunEvent): RunState {
  switch (event.kind) {
    case 'moved': {
      if (state.phase.kind === 'sending') return state;
      const selected = (state.selected + event.by + event.choices) % event.choices;
      return { ...state, selected };
    }
    case 'sent':
      return { ...state, phase: { kind: 'sending' } };
    case 'answered': {
      if (event.step !== state.step) return state;
      const answer = { choice: state.selected, exchange: event.exchange };
      const answers = { ...state.answers, [event.step]: answer };
      return { ...state, answers, phase: { kind: 'answered' } };
    }
    case 'failed': {
      if (event.step !== state.step) return state;
      const { message, remedy } = event;
      return { ...state, phase: { kind: 'failed', message, remedy } };
    }
    case 'timeline-began': {
      const { step, run, requests } = event;
      const results = Array.from({ length: requests }, () => undefined);
      // Who has seen what comes of it foretells nothing any more.
      const choice = state.timelines[step]?.choice ?? event.choice;
      return { ...state, timelines: { ...state.timelines, [step]: { run, choice, results } } };
    }
    case 'timeline-answered':
      return takeTimelineReply(state, event);
    case 'stepped': {
      const answer = state.answers[event.to];
      const timeline = state.timelines[event.to];
      const isDone = answer !== undefined || (timeline !== undefined && isTimelineOver(timeline));
      return {
        answers: state.answers,
        timelines: state.timelines,
        step: event.to,
        selected: answer?.choice ?? timeline?.choice ?? 0,
        phase: { kind: isDone ? 'answered' : timeline === undefined ? 'choosing' : 'sending' },
      };
    }
    case 'editing':
      return { ...state, editing: event.request };
    case 'editing-ended':
      return { ...state, editing: undefined };
    case 'sent-again':
      return { ...state, again: event.exchange, editing: undefined };
    default:
      return event satisfies never;
  }
}

function takeTimelineReply(
  state: RunState,
  { step, run, place, exchange }: Extract<RunEvent, { kind: 'timeline-answered' }>,
): RunState {
  const before = state.timelines[step];
  if (before?.run !== run) return state;
  const timeline = { ...before, results: before.results.with(place, exchange) };
  const isShown = step === state.step && state.phase.kind === 'sending';
  const isOver = isShown && isTimelineOver(timeline);
  return {
    ...state,
    timelines: { ...state.timelines, [step]: timeline },
    phase: isOver ? { kind: 'answered' } : state.phase,
  };
}

/** The choice that the reply fits, if the lab replied as one of them says. */
export function rightChoice(prediction: Prediction, exchange: Exchange): number | undefined {
  return fittingChoices(prediction.choices, exchange)[0];
}

/** The choice that fits the times of a timeline, if one does. */
export function rightTimes({ choices }: Timeline, run: TimelineRun): number | undefined {
  return fittingTimes(choices, run.results)[0];
}

/** Where in the beat a step is, as in `prediction 2 of 3`; undefined where nothing is to be done. */
export function placeOfStep(steps: RunStep[], step: number): string | undefined {
  const isDone = ({ prediction, timeline }: RunStep) => prediction ?? timeline;
  const total = steps.filter(isDone).length;
  if (total === 0) return undefined;
  const word = steps.some(({ timeline }) => timeline) ? 'step' : 'prediction';
  return `${word} ${Math.min(step + 1, total)} of ${total}`;
}

export function useRunState() {
  return useReducer(reduceRun, initialRunState);
}

type RunPlace = {
  isAnswered: (prediction: string) => boolean;
  /** The step that was left. */
  left: number | undefined;
  /** What the learner wants to see. */
  asked: Block | undefined;
};

/** Begins at the step where one has to go on, and goes to the step of a block when one is asked for. */
export function useRunPlace(
  [state, send]: ReturnType<typeof useRunState>,
  steps: RunStep[],
  { isAnswered, left = 0, asked: block }: RunPlace,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the beat begins is taken from the log.
  useLayoutEffect(() => {
    // What was left is further on where its predictions are answered, or where there are none.
    const open = Math.max(firstOpenStep(steps, isAnswered), Math.min(left, steps.length - 1));
    if (Object.keys(state.answers).length === 0 && open > 0) send({ kind: 'stepped', to: open });
  }, [steps]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one goes there when asked to, not after each step.
  useLayoutEffect(() => {
    const to = stepOfBlock(steps, block);
    if (to >= 0) send({ kind: 'stepped', to });
  }, [block]);
}

/**
 * The first step whose prediction or timeline has no answer in the log, or what leads up to it after the one before;
 * the first of all when every one has an answer.
 */
export function firstOpenStep(
  steps: RunStep[],
  isAnswered: (prediction: string) => boolean,
): number {
  const foretoldIn = ({ prediction, timeline }: RunStep) => prediction ?? timeline;
  const open = steps.findIndex((step) => {
    const foretold = foretoldIn(step);
    return foretold !== undefined && !isAnswered(foretold.id);
  });
  return steps.slice(0, Math.max(0, open)).findLastIndex(foretoldIn) + 1;
}
