import { useReducer } from 'react';
import type { PreparedRequest } from '../../../model/course.ts';
import type { Exchange, PartialReply } from '../../../model/exchange.ts';

export type LabView = 'requests' | 'log' | 'own-checks' | 'rooms' | 'about';

export type LabScreenState = {
  view: LabView;
  /** Whether the panel of the lab stands in place of the reply. */
  isWatching: boolean;
  /** Whether the way of the request stands in place of the reply. */
  isWayShown: boolean;
  /** The marked request. */
  selected: number;
  /** The marked entry of the whole log, counted from the newest. */
  entry: number;
  isSending: boolean;
  /** What is there of the reply to it, where that is a stream of events. */
  arriving?: PartialReply;
  /** What the reply pane shows. */
  shown?: Exchange;
  /** Whether that was picked in the whole log. */
  isFromLog: boolean;
  /** How often the reply pane was filled. */
  showings: number;
  /** Requests as they were last edited, by their place. */
  drafts: Record<number, PreparedRequest>;
  /** The request under edit, when the editor is open. */
  editing?: PreparedRequest;
  /** The exchange that is about to be kept as a check. */
  keeping?: Exchange;
};

export type LabScreenEvent =
  | { kind: 'moved'; by: number; count: number }
  | { kind: 'log-toggled' }
  | { kind: 'watch-toggled' }
  | { kind: 'way-toggled' }
  | { kind: 'rooms-toggled' }
  | { kind: 'about-toggled' }
  | { kind: 'sending'; draft?: PreparedRequest }
  | { kind: 'arriving'; part: PartialReply }
  | { kind: 'shown'; exchange: Exchange; fromLog?: boolean }
  | { kind: 'back-to-log' }
  | { kind: 'gave-up' }
  | { kind: 'editing'; request: PreparedRequest }
  | { kind: 'editing-ended' }
  | { kind: 'keeping'; exchange: Exchange }
  | { kind: 'keeping-ended' }
  | { kind: 'own-checks-toggled' };

export const initialLabState: LabScreenState = {
  view: 'requests',
  isWatching: false,
  isWayShown: false,
  selected: 0,
  entry: 0,
  isSending: false,
  isFromLog: false,
  showings: 0,
  drafts: {},
};

export function reduceLab(state: LabScreenState, event: LabScreenEvent): LabScreenState {
  switch (event.kind) {
    case 'moved': {
      const field = state.view === 'log' ? 'entry' : 'selected';
      const next = Math.max(0, Math.min(state[field] + event.by, event.count - 1));
      if (state.view === 'log') return { ...state, entry: next };
      if (next === state.selected) return state;
      return { ...state, selected: next, shown: undefined, isFromLog: false };
    }
    case 'log-toggled':
      return { ...state, view: state.view === 'log' ? 'requests' : 'log', entry: 0 };
    case 'watch-toggled':
      return { ...state, isWatching: !state.isWatching };
    case 'way-toggled':
      // Of the two that can stand in place of the reply, the newer one.
      return { ...state, isWayShown: !state.isWayShown || state.isWatching, isWatching: false };
    case 'about-toggled':
      return { ...state, view: state.view === 'about' ? 'requests' : 'about' };
    case 'rooms-toggled':
      return { ...state, view: state.view === 'rooms' ? 'requests' : 'rooms' };
    case 'sending':
      return {
        ...state,
        isSending: true,
        editing: undefined,
        drafts:
          event.draft === undefined
            ? state.drafts
            : { ...state.drafts, [state.selected]: event.draft },
      };
    case 'arriving':
      return state.isSending ? { ...state, arriving: event.part } : state;
    case 'shown':
      return {
        ...state,
        view: 'requests',
        isSending: false,
        arriving: undefined,
        shown: event.exchange,
        isFromLog: event.fromLog ?? false,
        showings: state.showings + 1,
      };
    case 'back-to-log':
      return { ...state, view: 'log', shown: undefined, isFromLog: false };
    case 'gave-up':
      return { ...state, isSending: false, arriving: undefined };
    case 'editing':
      return { ...state, editing: event.request };
    case 'editing-ended':
      return { ...state, editing: undefined };
    case 'keeping':
      return { ...state, keeping: event.exchange };
    case 'keeping-ended':
      return { ...state, keeping: undefined };
    case 'own-checks-toggled':
      return { ...state, view: state.view === 'own-checks' ? 'requests' : 'own-checks' };
    default:
      return event satisfies never;
  }
}

export function useLabState() {
  return useReducer(reduceLab, initialLabState);
}
