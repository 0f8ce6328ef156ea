import type { BeatName, PathName, QuestionLevel } from '../model/course.ts';
import type { NextStep } from '../model/progress.ts';
import type { LessonPlace } from '../model/search.ts';
import type { KeyMode } from './keys.ts';

/** What is on the terminal. Everything that can be gone back to is in here. */
export type Screen =
  | { name: 'welcome' }
  | { name: 'home'; selected?: string }
  | { name: 'lesson'; id: string; beat: BeatName; at?: LessonPlace }
  | { name: 'lab'; id: string }
  /** A handler in play; `id` is its file. */
  | { name: 'play'; id: string; exercise?: string }
  /** The servers that a lab compares. */
  | { name: 'race'; id: string }
  | { name: 'exercise'; id: string }
  | { name: 'attempts'; id: string }
  | { name: 'help'; about: KeyMode }
  | { name: 'search' }
  /** `id` is the lesson that the questions are of; empty for questions of all, or of all on a path. */
  | {
      name: 'quiz';
      id: string;
      path?: PathName;
      level?: QuestionLevel;
      count?: number;
      seed?: number;
      /** Questions that were just shown: first come all others. */
      without?: string[];
    };

/** The screen shown and the ones that Esc goes back to, oldest first. */
export type Navigation = { screen: Screen; history: Screen[] };

export type NavigationEvent =
  | { kind: 'opened'; screen: Screen }
  | { kind: 'replaced'; screen: Screen }
  | { kind: 'went-back' }
  | { kind: 'went-home' };

const maxHistory = 50;

/** Where one step of navigation leads. Home is the bottom: going back from it changes nothing. */
export function navigate(navigation: Navigation, event: NavigationEvent): Navigation {
  const { screen, history } = navigation;
  switch (event.kind) {
    case 'opened': {
      if (screen.name === 'help' && history.length > 0) {
        return navigate({ screen: history.at(-1) ?? screen, history: history.slice(0, -1) }, event);
      }
      // What a search opens is left for what was found; a later search takes its place.
      if (screen.name === 'search') {
        return { screen: event.screen, history: [...history, screen].slice(-maxHistory) };
      }
      if (event.screen.name === 'search') {
        const read = history.filter(({ name }) => name !== 'search');
        return { screen: event.screen, history: [...read, screen].slice(-maxHistory) };
      }
      // What was looked up is left for what was read before, be it the same lesson.
      if ('at' in event.screen) {
        return { screen: event.screen, history: [...history, screen].slice(-maxHistory) };
      }
      const known = history.findIndex((earlier) => isSamePlace(earlier, event.screen));
      if (isSamePlace(screen, event.screen)) return { screen: event.screen, history };
      // What a quiz opens is looked up and left again, even where the quiz itself was opened from there.
      if (known >= 0 && screen.name !== 'quiz')
        return { screen: event.screen, history: history.slice(0, known) };
      return { screen: event.screen, history: [...history, screen].slice(-maxHistory) };
    }
    case 'replaced':
      return { screen: event.screen, history };
    case 'went-back': {
      const previous = history.at(-1);
      if (previous !== undefined) return { screen: previous, history: history.slice(0, -1) };
      return screen.name === 'home' ? navigation : { screen: { name: 'home' }, history: [] };
    }
    case 'went-home':
      return { screen: { name: 'home' }, history: [] };
    default:
      return event satisfies never;
  }
}

/** Screens laid over another: what is below goes on. */
export function isOverlay(screen: Screen): boolean {
  return screen.name === 'help' || screen.name === 'search';
}

/** What tells one place of the app from another. */
export function placeOf(screen: Screen): string {
  return 'id' in screen ? `${screen.name} ${screen.id}` : screen.name;
}

/** Two beats of one lesson are one place, so that going back leaves the lesson. */
function isSamePlace(one: Screen, other: Screen): boolean {
  if (one.name !== other.name) return false;
  return !('id' in one) || !('id' in other) || one.id === other.id;
}

/** The screen on which the next step is taken. */
export function screenOfStep(step: NextStep): Screen {
  switch (step.kind) {
    case 'beat':
      return { name: 'lesson', id: step.lesson.id, beat: step.beat };
    case 'exercise':
      return { name: 'exercise', id: step.exercise };
    case 'finished':
      return { name: 'home' };
    default:
      return step satisfies never;
  }
}
