import { useReducer } from 'react';
import type { LeftQuestion, QuestionPlace } from '../../../model/places.ts';

export type DefendState = QuestionPlace;

export type DefendEvent =
  | { kind: 'shown' }
  | ({ kind: 'went-to' } & QuestionPlace)
  | { kind: 'stepped'; by: 1 | -1; questions: number };

/** Defend it after one event: a question that was stepped to begins without its answer. */
export function reduceDefend(state: DefendState, event: DefendEvent): DefendState {
  switch (event.kind) {
    case 'shown':
      return { ...state, isAnswerShown: true };
    case 'went-to': {
      const { question, isAnswerShown } = event;
      const isThere = question === state.question && isAnswerShown === state.isAnswerShown;
      return isThere ? state : { question, isAnswerShown };
    }
    case 'stepped': {
      const question = Math.max(0, Math.min(state.question + event.by, event.questions - 1));
      return { question, isAnswerShown: false };
    }
    default:
      return event satisfies never;
  }
}

/** Defend it at its first question, or where it was left. */
export function useDefendState(readLeft: () => LeftQuestion | undefined) {
  return useReducer(reduceDefend, undefined, (): DefendState => {
    const { question = 0, isAnswerShown = false } = readLeft() ?? {};
    return { question, isAnswerShown };
  });
}
