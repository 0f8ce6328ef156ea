import { useApp, useStdin, useWindowSize } from 'ink';
import { type ReactNode, useEffect, useReducer, useState } from 'react';
import type { NewProgressEvent } from '../model/progress.ts';
import { KeyboardContext, useKeyboard } from './hooks/use-keys.ts';
import { useLabRuns } from './hooks/use-lab-runs.ts';
import { releaseInput } from './release-input.ts';
import { isOverlay, navigate, placeOf, type Screen } from './screen.ts';
import { AttemptsScreen } from './screens/attempts/attempts-screen.tsx';
import { ExerciseScreen } from './screens/exercise/exercise-screen.tsx';
import { HelpScreen } from './screens/help/help-screen.tsx';
import { HomeScreen } from './screens/home/home-screen.tsx';
import { LabScreen } from './screens/lab/lab-screen.tsx';
import { PlayScreen } from './screens/lab/play-screen.tsx';
import { LessonScreen } from './screens/lesson/lesson-screen.tsx';
import { QuizScreen } from './screens/quiz/quiz-screen.tsx';
import { RaceScreen } from './screens/race/race-screen.tsx';
import { SearchScreen } from './screens/search/search-screen.tsx';
import { WelcomeScreen } from './screens/welcome/welcome-screen.tsx';
import type { Services } from './services.ts';
import { type Session, SessionContext, ShownContext } from './session.ts';
import { afterGradingStart, type Status, statusOfError } from './status.ts';
import type { Theme } from './theme.ts';

const home: Screen = { name: 'home' };

type AppProps = { services: Services; theme: Theme; initialScreen: Screen };

/** The whole terminal app: one screen at a time, one listener on the keys. */
export function App({ services, theme, initialScreen }: AppProps): ReactNode {
  const { exit, suspendTerminal } = useApp();
  const { stdin } = useStdin();
  const window = useWindowSize();
  const [navigation, move] = useReducer(navigate, { screen: initialScreen, history: [] });
  const [status, setStatus] = useState<Status | undefined>(() => firstStatus(services));
  const [progress, setProgress] = useState(() => services.readProgress());
  const [verdicts] = useState((): Session['verdicts'] => new Map());
  const [quizzes] = useState((): Session['quizzes'] => new Map());
  const [lastSearch] = useState((): Session['lastSearch'] => ({}));
  const labs = useLabRuns(services);
  const keyboard = useKeyboard(() => setStatus(undefined));

  const attempt = (work: () => Promise<void>) => {
    const fail = (error: unknown) => setStatus(statusOfError(error));
    try {
      work().catch(fail);
    } catch (error) {
      fail(error);
    }
  };
  const warn = () => {
    const warning = services.progressWarning();
    if (warning !== undefined) setStatus({ tone: 'warn', text: warning });
  };
  const progressChanged = () => {
    setProgress(services.readProgress());
    warn();
  };
  const record = (event: NewProgressEvent) => {
    services.record(event);
    progressChanged();
  };
  // Labs record by themselves that they were started, and the workspace that it was made.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each screen begins with what is recorded.
  useEffect(() => setProgress(services.readProgress()), [navigation.screen]);

  const session: Session = {
    services,
    theme,
    window,
    screen: navigation.screen,
    status,
    progress,
    labs,
    verdicts,
    forgetGraded: (exercise) => {
      const known = verdicts.get(exercise);
      if (known !== undefined) verdicts.set(exercise, { ...known, text: undefined });
    },
    quizzes,
    keepPlaces: (lesson, places) => {
      services.keepPlaces(lesson, places);
      warn();
    },
    lastSearch,
    open: (screen) => move({ kind: 'opened', screen }),
    replace: (screen) => move({ kind: 'replaced', screen }),
    back: () => move({ kind: 'went-back' }),
    goHome: () => move({ kind: 'went-home' }),
    quit: () => exit(),
    say: setStatus,
    gradingStarted: () => setStatus(afterGradingStart),
    record,
    progressChanged,
    attempt,
    suspendTerminal: (work) =>
      suspendTerminal(async () => {
        await releaseInput(stdin);
        await work();
      }),
  };
  const overlay = isOverlay(navigation.screen) ? navigation.screen : undefined;
  const base = overlay === undefined ? navigation.screen : (navigation.history.at(-1) ?? home);
  return (
    <KeyboardContext value={keyboard}>
      <SessionContext value={session}>
        <ShownContext key={placeOf(base)} value={overlay === undefined}>
          <ScreenView screen={base} />
        </ShownContext>
        {overlay !== undefined && <ScreenView screen={overlay} />}
      </SessionContext>
    </KeyboardContext>
  );
}

function ScreenView({ screen }: { screen: Screen }): ReactNode {
  switch (screen.name) {
    case 'welcome':
      return <WelcomeScreen />;
    case 'home':
      return <HomeScreen selected={screen.selected} />;
    case 'lesson':
      return <LessonScreen id={screen.id} beat={screen.beat} at={screen.at} />;
    case 'lab':
      return <LabScreen id={screen.id} />;
    case 'play':
      return <PlayScreen file={screen.id} exercise={screen.exercise} />;
    case 'race':
      return <RaceScreen id={screen.id} />;
    case 'exercise':
      return <ExerciseScreen id={screen.id} />;
    case 'attempts':
      return <AttemptsScreen id={screen.id} />;
    case 'help':
      return <HelpScreen about={screen.about} />;
    case 'search':
      return <SearchScreen />;
    case 'quiz':
      return <QuizScreen {...screen} />;
    default:
      return screen satisfies never;
  }
}

function firstStatus(services: Services): Status | undefined {
  const warning = services.progressWarning();
  if (warning !== undefined) return { tone: 'warn', text: warning };
  const workspace = services.workspace();
  const mended = workspace.kind === 'ready' ? workspace.mended : [];
  if (mended.length === 0) return undefined;
  return { tone: 'ok', text: `Mended the workspace's links: ${mended.join(', ')}` };
}
