import { createContext, useContext } from 'react';
import type { LessonPlaces } from '../model/places.ts';
import type { NewProgressEvent, Progress } from '../model/progress.ts';
import type { Verdict } from '../model/verdict.ts';
import type { LabRuns } from './hooks/use-lab-runs.ts';
import type { Screen } from './screen.ts';
import type { QuizState } from './screens/quiz/use-quiz-state.ts';
import type { SearchState } from './screens/search/use-search-state.ts';
import type { Services } from './services.ts';
import type { Status } from './status.ts';
import type { Theme } from './theme.ts';

/** What every screen needs of the app around it. */
export type Session = {
  services: Services;
  theme: Theme;
  /** The window, in columns and rows. */
  window: { columns: number; rows: number };
  screen: Screen;
  status: Status | undefined;
  progress: Progress;
  labs: LabRuns;
  /** The last verdict of this session by exercise id, with the file's text it was given on. */
  verdicts: Map<string, { verdict: Verdict; text: string | undefined }>;
  /** Has an exercise graded when it is opened next: what it is graded by has changed. */
  forgetGraded: (exercise: string) => void;
  /** The quizzes of this session by their names: each goes on where it was left. */
  quizzes: Map<string, QuizState>;
  /** Keeps where a lesson is left, and says so if that is for this session only. */
  keepPlaces: (lesson: string, places: LessonPlaces | undefined) => void;
  /** The search as it was left, once there was one. */
  lastSearch: { state?: SearchState };
  open: (screen: Screen) => void;
  replace: (screen: Screen) => void;
  back: () => void;
  goHome: () => void;
  quit: () => void;
  say: (status: Status) => void;
  /** Takes back what a new verdict will make untrue. */
  gradingStarted: () => void;
  record: (event: NewProgressEvent) => void;
  /** A service has recorded something: takes it in. */
  progressChanged: () => void;
  /** Runs work that may fail unexpectedly; a failure is said in the status line. */
  attempt: (work: () => Promise<void>) => void;
  /** Hands the terminal to a program, then draws again. */
  suspendTerminal: (work: () => Promise<void>) => Promise<void>;
};

export const SessionContext = createContext<Session | undefined>(undefined);

/** Whether the screen is in front; one below an overlay is neither drawn nor listening. */
export const ShownContext = createContext(true);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('A screen was drawn outside the app.');
  return session;
}
