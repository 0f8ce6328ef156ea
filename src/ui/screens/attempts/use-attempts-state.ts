import { useReducer } from 'react';

/** The file of an attempt beside the learner's file as it is now. */
export type Comparison = { number: number; kept: string; now: string };

export type AttemptsState = {
  /** Number of the attempt that is marked; the newest until another one is. */
  marked?: number;
  comparison?: Comparison;
  /** Whether the key that restores was pressed once. */
  isConfirming: boolean;
};

export type AttemptsEvent =
  | { kind: 'moved'; by: number; count: number }
  | { kind: 'moved-to'; number: number }
  | { kind: 'compared'; comparison: Comparison }
  | { kind: 'closed' }
  | { kind: 'asked' }
  | { kind: 'answered' }
  | { kind: 'restored' };

/** The attempts after one event. They are listed newest first, so that going down lowers the number. */
export function reduceAttempts(state: AttemptsState, event: AttemptsEvent): AttemptsState {
  switch (event.kind) {
    case 'moved': {
      const next = (state.marked ?? event.count) - event.by;
      return { ...state, marked: Math.max(1, Math.min(next, event.count)) };
    }
    case 'moved-to':
      return { ...state, marked: event.number };
    case 'compared':
      return { ...state, comparison: event.comparison };
    case 'closed':
      return { ...state, comparison: undefined };
    case 'asked':
      return { ...state, isConfirming: true };
    case 'answered':
      return { ...state, isConfirming: false };
    case 'restored':
      return { isConfirming: false };
    default:
      return event satisfies never;
  }
}

export function useAttemptsState() {
  return useReducer(reduceAttempts, { isConfirming: false });
}
