import { useReducer } from 'react';

export type DefendState = { question: number; isAnswerShown: boolean };

export type DefendEvent =
  | { kind: 'shown' }
  | { kind: 'went-to'; question: number }
  | { kind: 'stepped'; by: 1 | -1; questions: number };

/** Defend it after one event: a question that was stepped to begins without its answer. */
export function reduceDefend(state: DefendState, event: DefendEvent): DefendState {
  switch (event.kind) {
    case 'shown':
      return { ...state, isAnswerShown: true };
    case 'went-to':
      return { question: event.question, isAnswerShown: false };
    case 'stepped': {
      const question = Math.max(0, Math.min(state.question + event.by, event.questions - 1));
      return { question, isAnswerShown: false };
    }
    default:
      return event satisfies never;
  }
}

/** Defend it at its first question, or where it was left. */
export function useDefendState(left: DefendState | undefined) {
  return useReducer(reduceDefend, left ?? { question: 0, isAnswerShown: false });
}
