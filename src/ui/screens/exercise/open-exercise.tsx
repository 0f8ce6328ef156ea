import { Box } from 'ink';
import { type ReactNode, useState } from 'react';
import { fitLine, span } from '../../../layout/width.ts';
import type { Exercise } from '../../../model/course.ts';
import type { Line } from '../../../model/lines.ts';
import { nextStepAfter } from '../../../model/path.ts';
import { exerciseProgress } from '../../../model/progress.ts';
import { firstFailure } from '../../../model/verdict.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import type { Action } from '../../key-groups.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { spinnerFrames } from '../../theme.ts';
import { withoutQuestion } from '../../without-question.ts';
import { exerciseAside, exerciseLines, hasMore, lastHintLine } from './exercise-lines.ts';
import { useExerciseActions } from './use-exercise-actions.ts';
import { useExerciseState } from './use-exercise-state.ts';
import { useGrading } from './use-grading.ts';
import { useGradingClock } from './use-grading-clock.ts';
import { watchedLine } from './watched-file.ts';

const headRows = 2;

/** An exercise whose contents are at hand; its folder in the workspace may still be missing. */
export function OpenExercise({ exercise }: { exercise: Exercise }): ReactNode {
  const session = useSession();
  const { services, theme } = session;
  const room = useRoom();
  const [opening, setOpening] = useState(0);
  const opened = useLoaded(`${opening}`, async () => {
    const found = await services.openExercise(exercise);
    if ('note' in found && found.note !== undefined)
      session.say({ tone: 'warn', text: found.note });
    return found;
  });
  const folder = opened.kind === 'ready' && 'folder' in opened.value ? opened.value : undefined;
  const problem =
    opened.kind === 'failed'
      ? opened.message
      : opened.kind === 'ready' && 'problem' in opened.value
        ? opened.value.problem
        : undefined;
  const hasNoWorkspace = problem !== undefined && services.workspace().kind === 'none';

  const [state, send] = useExerciseState(session.verdicts.get(exercise.id)?.verdict);
  const { grade, cancel } = useGrading(exercise, folder?.handlerFile, send);
  const { frame, timeLeft } = useGradingClock(state.grading);
  const frames = spinnerFrames(theme);
  const spinner = frames[frame % frames.length] ?? '';

  const progress = exerciseProgress(session.progress, exercise.id);
  const onward = nextStepAfter(exercise.id, session.progress, services.courseIndex);
  const linesWith = (hintSteps: Record<string, number>) =>
    exerciseLines({
      exercise,
      state,
      index: services.courseIndex,
      onward,
      hintSteps,
      spinner,
      timeLeft,
      width: room.width,
      height: room.height - headRows,
    });
  const lines = linesWith(progress.hints);
  const viewport = { total: lines.length, height: room.height - headRows };
  // A new verdict is read from its top.
  const content = `${state.view}${state.grading?.run ?? state.gradedRun ?? ''}`;
  const scroll = useScroll(content, viewport);
  const showHint = (hintSteps: Record<string, number>) => {
    const next = linesWith(hintSteps);
    const hint = lastHintLine(next);
    if (hint === undefined) return;
    const last = Math.min(next.length - 1, hint + 3);
    scroll.scrollTo(keepVisible(scroll.offset, hint, last, { ...viewport, total: next.length }));
  };

  const actions = useExerciseActions({
    exercise,
    folder,
    state,
    send,
    grade,
    // While the clock shows, Esc ends what it counts.
    stop: timeLeft === undefined ? undefined : cancel,
    showHint,
    onward,
    openAgain: () => setOpening(opening + 1),
  });
  useKeys(
    opened.kind === 'loading' ? undefined : 'exercise',
    withoutQuestion({ ...scroll.actions, ...actions }, state.confirming, () =>
      send({ kind: 'answered' }),
    ),
  );

  const failure = firstFailure(state.verdict);
  const hasPassed = state.verdict?.status === 'passed' && state.grading === undefined;
  const labels: Partial<Record<Action, string | false>> = {
    confirm: hasPassed ? 'continue' : folder === undefined ? false : 'edit',
    editor: hasPassed && 'editor',
    ...(folder === undefined && { grade: false, reset: false, play: false }),
    hint: failure !== undefined && state.grading === undefined && 'hint',
    expand:
      state.view === 'verdict' && hasMore(state.verdict) && (state.isExpanded ? 'less' : 'expand'),
    'toggle-task':
      state.view === 'task' ? (state.verdict === undefined ? false : 'verdict') : 'task',
    explain: state.verdict !== undefined && 'lesson',
    back: timeLeft !== undefined ? 'stop' : state.view === 'solution' ? 'close' : 'back',
    'make-workspace': hasNoWorkspace && 'make the folder',
  };
  const head: Line =
    folder !== undefined
      ? watchedLine(folder.handlerFile, room.width)
      : fitLine(
          [
            span(
              hasNoWorkspace ? 'No folder for your files yet: w makes it.' : (problem ?? ''),
              'warn',
            ),
          ],
          room.width,
        );
  return (
    <Frame
      title={`${exercise.id} · ${exercise.title}`}
      aside={exerciseAside(state, spinner)}
      mode="exercise"
      labels={labels}
    >
      <Box flexDirection="column">
        <LinesView lines={[head, []]} width={room.width} height={headRows} />
        <LinesView
          lines={lines}
          offset={scroll.offset}
          width={room.width}
          height={viewport.height}
        />
      </Box>
    </Frame>
  );
}
