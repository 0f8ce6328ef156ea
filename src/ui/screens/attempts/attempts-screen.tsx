import { Box } from 'ink';
import type { ReactNode } from 'react';
import { attemptsSummary } from '../../../layout/attempts.ts';
import { fitLine, span } from '../../../layout/width.ts';
import { wrapSpans } from '../../../layout/wrap.ts';
import type { Exercise } from '../../../model/course.ts';
import { exerciseProgress } from '../../../model/progress.ts';
import { Frame } from '../../components/frame.tsx';
import { LinesView } from '../../components/lines-view.tsx';
import { useKeys } from '../../hooks/use-keys.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { useScroll } from '../../hooks/use-scroll.ts';
import type { Action } from '../../key-groups.ts';
import { useRoom } from '../../room.ts';
import { keepVisible } from '../../scroll.ts';
import { useSession } from '../../session.ts';
import { attemptLines, comparisonLines } from './attempts-lines.ts';
import { useAttemptsActions } from './use-attempts-actions.ts';
import { useAttemptsState } from './use-attempts-state.ts';

/** The attempts at an exercise: what each came to, what changed since, and the way back to it. */
export function AttemptsScreen({ id }: { id: string }): ReactNode {
  const { services } = useSession();
  const room = useRoom();
  const loaded = useLoaded(id, services.loadExercise);
  useKeys(loaded.kind === 'failed' ? 'help' : undefined, {});
  if (loaded.kind === 'ready') return <OpenAttempts exercise={loaded.value} />;
  const problem =
    loaded.kind === 'failed' ? `This exercise could not be opened: ${loaded.message}` : '';
  return (
    <Frame title={id} mode="help">
      <LinesView lines={wrapSpans([span(problem, 'wrong')], room.width)} {...room} />
    </Frame>
  );
}

const headRows = 2;

function OpenAttempts({ exercise }: { exercise: Exercise }): ReactNode {
  const session = useSession();
  const room = useRoom();
  const progress = exerciseProgress(session.progress, exercise.id);
  const { history } = progress;
  const [state, send] = useAttemptsState();
  const marked = state.marked ?? history.length;
  const { comparison } = state;
  const lines =
    comparison === undefined
      ? attemptLines(history, marked, room.width)
      : comparisonLines(comparison, room.width);
  const viewport = { total: lines.length, height: room.height - headRows };
  const scroll = useScroll(`${comparison?.number ?? 'list'}`, viewport);
  const actions = useAttemptsActions({
    exercise,
    history,
    marked,
    state,
    send,
    page: Math.max(1, viewport.height - 2),
    scrollActions: scroll.actions,
  });
  const mode = comparison === undefined ? 'attempts' : 'comparison';
  useKeys(mode, actions);
  const row = history.length - marked;
  const offset = comparison === undefined ? keepVisible(0, row, row, viewport) : scroll.offset;
  const head = fitLine([span(attemptsSummary(progress), 'muted')], room.width);
  const labels: Partial<Record<Action, false>> =
    history.length === 0 ? { confirm: false, restore: false, 'select-down': false } : {};
  return (
    <Frame title={`${exercise.id} · attempts`} mode={mode} labels={labels}>
      <Box flexDirection="column">
        <LinesView lines={[head, []]} width={room.width} height={headRows} />
        <LinesView lines={lines} offset={offset} width={room.width} height={viewport.height} />
      </Box>
    </Frame>
  );
}
