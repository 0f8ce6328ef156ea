import { useLayoutEffect, useReducer } from 'react';
import { useSession } from '../../session.ts';

export type SearchState = {
  query: string;
  selected: number;
  /** Lines that the passage shown was scrolled by, from where the match is. */
  scrolled: number;
  /** Whether the query is kept from before: typing replaces it, as it does what is selected in an editor. */
  isKept?: true;
};

export type SearchEvent =
  | { kind: 'typed'; text: string }
  | { kind: 'erased' }
  | { kind: 'erased-word' }
  | { kind: 'cleared' }
  /** The kept query is typed on. */
  | { kind: 'taken-up' }
  | { kind: 'moved'; by: 1 | -1; count: number }
  | { kind: 'scrolled'; to: number };

export const initialSearchState: SearchState = { query: '', selected: 0, scrolled: 0 };

/** The search after one event: with another query the first is marked, and each passage is shown at its match. */
export function reduceSearch(state: SearchState, event: SearchEvent): SearchState {
  switch (event.kind) {
    case 'typed': {
      const before = state.isKept ? '' : state.query;
      return { ...initialSearchState, query: before + event.text };
    }
    case 'taken-up': {
      const { isKept: _typedOn, ...rest } = state;
      return rest;
    }
    case 'erased':
      if (state.isKept) return initialSearchState;
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

/** A search that is come back to. */
export function keptSearch(left: SearchState | undefined): SearchState {
  if (left === undefined) return initialSearchState;
  return left.query === '' ? left : { ...left, isKept: true };
}

/** The search of this session: as it was left, to be typed on or replaced. */
export function useSearchState() {
  const { lastSearch } = useSession();
  const [search, send] = useReducer(reduceSearch, lastSearch.state, keptSearch);
  useLayoutEffect(() => {
    lastSearch.state = search;
  });
  return [search, send] as const;
}
