import { useReducer } from 'react';

export type SearchState = {
  query: string;
  selected: number;
  /** Lines that the passage shown was scrolled by, from where the match is. */
  scrolled: number;
};

export type SearchEvent =
  | { kind: 'typed'; text: string }
  | { kind: 'erased' }
  | { kind: 'erased-word' }
  | { kind: 'cleared' }
  | { kind: 'moved'; by: 1 | -1; count: number }
  | { kind: 'scrolled'; to: number };

export const initialSearchState: SearchState = { query: '', selected: 0, scrolled: 0 };

/** The search after one event: with another query the first is marked, and each passage is shown at its match. */
export function reduceSearch(state: SearchState, event: SearchEvent): SearchState {
  switch (event.kind) {
    case 'typed':
      return { ...initialSearchState, query: state.query + event.text };
    case 'erased':
      return { ...initialSearchState, query: state.query.slice(0, -1) };
    case 'erased-word':
      return { ...initialSearchState, query: state.query.replace(/\S*\s*$/, '') };
    case 'cleared':
      return initialSearchState;
    case 'moved': {
      const last = Math.max(0, event.count - 1);
      const selected = Math.max(0, Math.min(state.selected + event.by, last));
      return { ...state, selected, scrolled: 0 };
    }
    case 'scrolled':
      return { ...state, scrolled: event.to };
    default:
      return event satisfies never;
  }
}

export function useSearchState() {
  return useReducer(reduceSearch, initialSearchState);
}
